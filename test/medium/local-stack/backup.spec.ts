import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Client } from 'pg';
import { knownMigrations, runMigrations } from '@mantianxing/database';
import { OpenBackup } from '../../../apps/local-stack/src/backup/open-backup';
import { restoreBackup } from '../../../apps/local-stack/src/backup/restore-backup';
import { backedUpTables, tableName } from '../../../apps/local-stack/src/backup/table-contents';
import { writeBackup } from '../../../apps/local-stack/src/backup/write-backup';
import { openToldMarket, type ToldMarket } from '../../support/builders/told-market';
import { emptyDatabase, type FreshDatabase } from '../../support/database';
import { waitUntil } from '../../support/wait-until';
import { zipFile } from '../../support/zip-file';

describe('backup and restore', () => {
  let folder: string;
  let market: ToldMarket;
  let source: { url: string };
  let target: FreshDatabase;
  const connect = async (url: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const withClient = async <T>(url: string, work: (client: Client) => Promise<T>) => {
    const client = await connect(url);
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const backUp = (url: string, file: string, more: { uploads?: string; secrets?: string } = {}) =>
    withClient(url, (client) => writeBackup({ client, file, ...more }));
  const restore = async (file: string) => {
    const backup = await OpenBackup.at(file);
    try {
      return await restoreBackup({ backup, url: target.url, connect: () => connect(target.url), uploads: join(folder, 'restored') });
    } finally {
      backup.close();
    }
  };
  const tablesIn = (url: string) => withClient(url, async (client) => (await backedUpTables(client)).map(tableName));
  const partsOf = async (file: string) => {
    const backup = await OpenBackup.at(file);
    const names = ['manifest.json', ...backup.manifest.tables.map(({ schema, name }) => `tables/${schema}.${name}.copy`)];
    const parts = await Promise.all(names.map(async (name) => ({ name, content: await buffer(await backup.stream(name)) })));
    backup.close();
    return parts;
  };

  beforeAll(async () => {
    market = await openToldMarket();
    source = { url: market.databaseUrl };
    for (let made = 0; made < 3; made += 1) await market.inPairing();
    await market.tell();
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mantianxing-backup-'));
    target = await emptyDatabase();
  });
  afterEach(async () => {
    await target.drop();
    rmSync(folder, { recursive: true });
  });

  it('the drill: restored into an empty place, every table has the same rows and the same hash', async () => {
    const file = join(folder, 'a.zip');
    const manifest = await backUp(source.url, file);
    expect(manifest.tables.length).toBeGreaterThan(20);
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows;
    expect([rows('scenario'), rows('pairing')]).toEqual([3, 3]);
    expect(rows('notification')).toBeGreaterThan(3);
    await restore(file);
    const again = await backUp(target.url, join(folder, 'b.zip'));
    expect(again.tables).toEqual(manifest.tables);
    expect(again.sequences).toEqual(manifest.sequences);
    expect(again.migrations).toEqual(manifest.migrations);
  });

  it('the restored database goes on: history is still closed to changes and new rows are numbered after the old', async () => {
    await backUp(source.url, join(folder, 'a.zip'));
    await restore(join(folder, 'a.zip'));
    await withClient(target.url, async (client) => {
      await expect(client.query(`update outbox.event set name = 'x'`)).rejects.toThrow(/append|only|refus/i);
      const { rows } = await client.query('select count(*)::int as events from outbox.event');
      expect(rows[0].events).toBeGreaterThan(8);
    });
  });

  it('is one moment: what is committed while it is written is not in it by halves', async () => {
    const file = join(folder, 'a.zip');
    const rowsOf = (url: string, table: string) => withClient(url, async (client) => Number((await client.query(`select count(*) from ${table}`)).rows[0].count));
    const before = await rowsOf(source.url, 'outbox.event');
    const waiting = await rowsOf(source.url, 'outbox.dispatch');
    const writer = await connect(source.url);
    let busy = true;
    const writing = (async () => {
      while (busy) {
        await writer.query(`with e as (insert into outbox.event (name, subject_id, revision, ids) values ('scenario.recalled', gen_random_uuid(), 1, '{}') returning id)
          insert into outbox.dispatch (event_id, available_at) select id, now() from e`);
      }
    })();
    const manifest = await backUp(source.url, file);
    busy = false;
    await writing;
    await writer.end();
    const [events, dispatched] = ['event', 'dispatch'].map((name) => manifest.tables.find((t) => t.schema === 'outbox' && t.name === name)?.rows as number);
    await restore(file);
    expect(events).toBeGreaterThanOrEqual(before);
    expect(await rowsOf(target.url, 'outbox.dispatch d where not exists (select 1 from outbox.event e where e.id = d.event_id)')).toBe(0);
    expect((events as number) - before).toBe((dispatched as number) - waiting);
  });

  it('takes a backup of an older version forward, with its rows', async () => {
    const older = await emptyDatabase();
    await runMigrations(older.url, knownMigrations().slice(0, 7));
    await withClient(older.url, (client) => client.query(`insert into organization.organization (name, kind, district_code) values ('区大数据局', 'DEPARTMENT', '500103')`));
    await backUp(older.url, join(folder, 'old.zip'));
    await older.drop();
    await restore(join(folder, 'old.zip'));
    expect(await tablesIn(target.url)).toEqual(await tablesIn(source.url));
    await withClient(target.url, async (client) => {
      expect((await client.query('select name from organization.organization')).rows).toEqual([{ name: '区大数据局' }]);
    });
  });

  it('brings uploaded files back, and keeps secrets only when asked; the archive is its owner’s alone', async () => {
    const uploads = join(folder, 'uploads');
    mkdirSync(join(uploads, '2026'), { recursive: true });
    writeFileSync(join(uploads, '2026/合同.pdf'), 'PDF');
    writeFileSync(join(folder, 'secrets.json'), '{"a":1}');
    const without = await backUp(source.url, join(folder, 'a.zip'), { uploads });
    const withSecrets = await backUp(source.url, join(folder, 'b.zip'), { secrets: join(folder, 'secrets.json') });
    expect([without.hasSecrets, withSecrets.hasSecrets]).toEqual([false, true]);
    expect(statSync(join(folder, 'a.zip')).mode & 0o777).toBe(0o600);
    await restore(join(folder, 'a.zip'));
    expect(readFileSync(join(folder, 'restored/2026/合同.pdf'), 'utf8')).toBe('PDF');
  });

  it('refuses a place that holds data', async () => {
    await runMigrations(target.url);
    await backUp(source.url, join(folder, 'a.zip'));
    await expect(restore(join(folder, 'a.zip'))).rejects.toThrow('已有数据');
  });

  it('refuses a changed row and leaves the place empty, so that the next try is taken', async () => {
    await backUp(source.url, join(folder, 'a.zip'));
    const parts = await partsOf(join(folder, 'a.zip'));
    const firms = parts.find(({ name }) => name === 'tables/organization.organization.copy') as { content: Buffer };
    firms.content = Buffer.from(firms.content.toString('utf8').replace('DEPARTMENT', 'STATE_OWNED'));
    writeFileSync(join(folder, 'changed.zip'), zipFile(parts));
    await expect(restore(join(folder, 'changed.zip'))).rejects.toThrow('校验值不符');
    expect(await tablesIn(target.url)).toEqual([]);
    await restore(join(folder, 'a.zip'));
  });

  it('refuses a file that was cut off, one that is no backup, and one of a newer version', async () => {
    await backUp(source.url, join(folder, 'a.zip'));
    const whole = readFileSync(join(folder, 'a.zip'));
    writeFileSync(join(folder, 'cut.zip'), whole.subarray(0, whole.length / 2));
    await expect(restore(join(folder, 'cut.zip'))).rejects.toThrow('不是完整的满天星备份');
    writeFileSync(join(folder, 'other.zip'), zipFile([{ name: 'photo.jpg', content: 'x' }]));
    await expect(restore(join(folder, 'other.zip'))).rejects.toThrow('不是完整的满天星备份');
    const parts = await partsOf(join(folder, 'a.zip'));
    const manifest = parts[0] as { content: Buffer };
    manifest.content = Buffer.from(manifest.content.toString().replace('"Foundation1763800000000"', '"FromTheFuture2000000000000"'));
    writeFileSync(join(folder, 'newer.zip'), zipFile(parts));
    await expect(restore(join(folder, 'newer.zip'))).rejects.toThrow('更新的版本');
    await expect(restore(join(folder, 'absent.zip'))).rejects.toThrow('没有这个文件');
  });

  it('writes nothing outside its folder, whatever paths an archive names', async () => {
    const file = join(folder, 'a.zip');
    await backUp(source.url, file);
    const parts = await partsOf(file);
    const manifest = JSON.parse((parts[0] as { content: Buffer }).content.toString());
    const sha256 = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
    manifest.files = [{ path: '../escaped.txt', bytes: 1, sha256 }];
    (parts[0] as { content: Buffer }).content = Buffer.from(JSON.stringify(manifest));
    writeFileSync(join(folder, 'evil.zip'), zipFile([...parts, { name: 'files/../escaped.txt', content: 'a' }]));
    await expect(restore(join(folder, 'evil.zip'))).rejects.toThrow();
    expect(existsSync(join(folder, 'escaped.txt'))).toBe(false);
  });

  it('leaves no half archive behind when the database goes away', async () => {
    const file = join(folder, 'a.zip');
    const [client, other] = [await connect(source.url), await connect(source.url)];
    client.on('error', () => undefined);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    // Held back in the middle of the tables, so that it is certainly at it when its connection is cut.
    await other.query('begin; lock table outbox.event in access exclusive mode');
    const writing = writeBackup({ client, file });
    const failing = expect(writing).rejects.toThrow();
    await waitUntil(async () => existsSync(`${file}.part`), { timeoutMs: 10_000, what: 'the archive to be begun' });
    await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await failing;
    await other.end();
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });
});
