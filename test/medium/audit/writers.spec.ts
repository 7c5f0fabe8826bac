import { Client } from 'pg';
import { openAuditedDatabase, type AuditedDatabase } from '../../support/builders/audit';

describe('sealing while others write', () => {
  let log: AuditedDatabase;
  beforeAll(async () => void (log = await openAuditedDatabase()));
  afterAll(() => log.close());

  const client = async () => {
    const one = new Client({ connectionString: log.databaseUrl });
    await one.connect();
    return one;
  };
  const write = (one: Client, name: string) => one.query('insert into account.person (name) values ($1)', [name]);

  it('gives a late commit a later place, and a rolled-back entry none', async () => {
    const [late, undone] = [await client(), await client()];
    await late.query('begin');
    await write(late, '迟到');
    await undone.query('begin');
    await write(undone, '作废');
    await log.trail.record({ action: 'exported', subjectKind: 'test', subjectId: 'between' });
    expect(await log.chain.seal()).toBe(1);
    await undone.query('rollback');
    await late.query('commit');
    expect(await log.chain.seal()).toBe(1);
    const places = await log.sql('select position, subject_kind as kind from audit.entry order by position');
    expect(places).toEqual([{ position: '1', kind: 'test' }, { position: '2', kind: 'account.person' }]);
    expect((await log.chain.verify()).findings).toEqual([]);
    await Promise.all([late.end(), undone.end()]);
  });

  it('leaves no gap and no fork with many writers, rollbacks and two sealers at once', async () => {
    const writers = await Promise.all(Array.from({ length: 6 }, client));
    let writing = true;
    const sealers = [0, 1].map(async () => {
      while (writing) await log.chain.seal(7);
    });
    const work = writers.map(async (one, index) => {
      for (let round = 0; round < 25; round += 1) {
        await one.query('begin');
        await write(one, `${index}-${round}`);
        await one.query((index + round) % 3 === 0 ? 'rollback' : 'commit');
      }
    });
    await Promise.all(work);
    writing = false;
    await Promise.all(sealers);
    while ((await log.chain.seal()) > 0);
    const [{ people }] = (await log.sql<{ people: number }>('select count(*)::int as people from account.person')) as [{ people: number }];
    const report = await log.chain.verify();
    expect(report).toMatchObject({ findings: [], unsealed: 0, entries: people + 1, head: { position: people + 1 } });
    await Promise.all(writers.map((one) => one.end()));
  });
});
