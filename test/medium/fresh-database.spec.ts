import { Client } from 'pg';
import { emptyDatabase, freshDatabase } from '../support/database';

async function tablesOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select count(*)::int as n from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  await client.end();
  return rows[0].n;
}

describe('a database for one spec file', () => {
  it('is migrated, and gone after its drop', async () => {
    const database = await freshDatabase();
    expect(await tablesOf(database.url)).toBeGreaterThan(5);
    await database.drop();
    await expect(tablesOf(database.url)).rejects.toThrow(/does not exist/);
  });

  it('is no other file’s database', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(one.url).not.toBe(two.url);
    await Promise.all([one.drop(), two.drop()]);
  });

  it('can be asked for without any table', async () => {
    const database = await emptyDatabase();
    expect(await tablesOf(database.url)).toBe(0);
    await database.drop();
  });
});
