import { openAuditedDatabase, type AuditedDatabase } from '../../support/builders/audit';

const DAYS = 24 * 3_600_000;

describe('the chain of the audit log', () => {
  let log: AuditedDatabase;
  beforeEach(async () => {
    log = await openAuditedDatabase();
    await log.sealed(10);
  });
  afterEach(() => log.close());

  const findings = async () => (await log.chain.verify()).findings.map(({ kind, position }) => `${kind} ${position}`);
  const idAt = async (position: number) =>
    (await log.sql<{ id: string }>('select id from audit.entry where position = $1', [position]))[0]?.id;

  it('holds, and tells the hash that proves it from outside', async () => {
    const report = await log.chain.verify();
    expect(report).toMatchObject({ entries: 10, unsealed: 0, findings: [], head: { position: 10 } });
    expect(report.head).toEqual(await log.chain.head());
    expect((await log.chain.verify([report.head])).findings).toEqual([]);
  });

  it.each([
    ['what was done', `update audit.entry set changes = '{"made": 99}' where position = 4`],
    ['who did it', `update audit.entry set account_id = uuidv7() where position = 4`],
    ['when', `update audit.entry set at = at + interval '1 millisecond' where position = 4`],
    ['its own hash', `update audit.entry set hash = sha256('x') where position = 4`],
  ])('names the row in which somebody changed %s', async (_what, sql) => {
    await log.tamper(sql);
    const { findings: found } = await log.chain.verify();
    expect(found[0]).toMatchObject({ kind: 'changed', position: 4, id: await idAt(4), sentence: expect.stringContaining('第4条') });
  });

  it('names a row that was removed, and rows, and the first one', async () => {
    await log.tamper('delete from audit.entry where position in (1, 5, 6)');
    expect(await findings()).toEqual(['removed 1', 'removed 5']);
  });

  it('names the place of a row that was put in between, however its hash was made', async () => {
    await log.tamper('update audit.entry set position = position + 100 where position > 5');
    await log.tamper('update audit.entry set position = position - 99 where position > 100');
    await log.tamper(`insert into audit.entry (via, action, subject_kind, position, hash) values ('portal', 'exported', 'test', 6, sha256('y'))`);
    expect((await findings())[0]).toBe('changed 6');
  });

  it('names rows that changed places', async () => {
    await log.tamper(`update audit.entry set position = 20 where position = 4`);
    await log.tamper(`update audit.entry set position = 4 where position = 5`);
    await log.tamper(`update audit.entry set position = 5 where position = 20`);
    expect((await findings()).slice(0, 2)).toEqual(['changed 4', 'changed 5']);
  });

  it('sees that the tail was cut off, by the seals, and where those are cut off too by the hash kept outside', async () => {
    const { head } = await log.chain.verify();
    await log.tamper('delete from audit.entry where position > 7');
    expect(await findings()).toEqual(['truncated 8']);
    await log.tamper('delete from audit.seal where last_position > 6');
    await log.tamper('delete from audit.entry where position > 6');
    expect(await findings()).toEqual([]);
    const { findings: found } = await log.chain.verify([head]);
    expect(found).toMatchObject([{ kind: 'truncated', position: 7 }]);
  });

  it('never writes over what was cut off: the gap stays', async () => {
    await log.tamper('delete from audit.entry where position > 8');
    await log.trail.record({ action: 'exported', subjectKind: 'test' });
    await log.chain.seal();
    expect(await findings()).toEqual(['removed 9']);
  });

  it('sees a chain that was made anew from some row on, seals included, by the hash kept outside', async () => {
    const { head } = await log.chain.verify();
    await log.tamper(`update audit.entry set changes = '{"made": 99}' where position = 9`);
    await log.tamper('update audit.entry set position = null, hash = null where position > 6');
    await log.tamper('delete from audit.seal where last_position > 6');
    await log.chain.seal();
    expect(await findings()).toEqual([]);
    expect((await log.chain.verify([head])).findings).toMatchObject([{ kind: 'changed', position: 10 }]);
  });

  it('sees an entry written afterwards for an earlier day', async () => {
    await log.tamper(`update audit.seal set sealed_at = sealed_at - interval '1 hour' where last_position <= 6`);
    await log.sql(`insert into audit.entry (at, via, action, subject_kind) values (now() - interval '1 day', 'portal', 'exported', 'test')`);
    await log.chain.seal();
    expect(await findings()).toEqual(['backdated 11']);
  });

  it('names entries that carry a place nobody sealed', async () => {
    await log.tamper(`insert into audit.entry (via, action, subject_kind, position, hash) values ('portal', 'exported', 'test', 11, sha256('z'))`);
    expect((await findings()).sort()).toEqual(['changed 11', 'inserted 11']);
  });

  it('goes on where what was past its time has gone, and tells that it went', async () => {
    const until = new Date(Date.now() - 200 * DAYS);
    await log.tamper(`update audit.seal set sealed_at = now() - interval '300 days' where last_position <= 6`);
    expect(await log.chain.removeBefore(until)).toBe(6);
    await log.chain.seal();
    expect(await log.chain.verify()).toMatchObject({ entries: 5, findings: [], head: { position: 11 } });
    await log.tamper('delete from audit.entry where position = 8');
    expect(await findings()).toEqual(['removed 8']);
  });

  it('keeps 180 days whatever it is told, and takes no hand-made removal for its own', async () => {
    await expect(log.chain.removeBefore(new Date(Date.now() + DAYS))).rejects.toThrow(/kept_180_days/);
    const forged = `insert into audit.segment (first_position, last_position, previous_hash, last_hash, last_at)
      select 1, 6, decode(repeat('00', 32), 'hex'), hash, now() - interval '300 days' from audit.entry where position = 6`;
    await log.tamper(forged);
    await log.tamper('delete from audit.entry where position <= 6');
    await log.tamper('delete from audit.seal where last_position <= 6');
    expect(await findings()).toEqual(['segment 1']);
  });
});
