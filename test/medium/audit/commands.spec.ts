import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../../apps/local-stack/src/audit/run-audit';
import { ContactTripwire } from '../../support/contact-tripwire';
import { openAuditedDatabase, type AuditedDatabase } from '../../support/builders/audit';

describe('npm run audit:verify and audit:export', () => {
  let log: AuditedDatabase;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mantianxing-audit-'));
    log = await openAuditedDatabase();
    await log.sealed(10);
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(...argv: string[]): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const env = { DATABASE_URL: log.databaseUrl };
    const code = await runAudit({ argv, dataHome: folder, env, say: (line: string) => void lines.push(line), claim: () => () => undefined } as never);
    return { code, lines };
  }
  const idAt = async (position: number) => (await log.sql<{ id: string }>('select id from audit.entry where position = $1', [position]))[0]?.id ?? '';

  it('answers 0 and the hash to keep where nothing was touched', async () => {
    const { position, hash } = await log.chain.head();
    expect(await run('verify')).toEqual({ code: 0, lines: ['核对了 10 条，完整无误', `最后一条：${position} ${hash}`] });
  });

  it.each<[string, string[], string]>([
    ['changed', [`update audit.entry set changes = '{"made": 99}' where position = 4`], '第4条与其哈希不符：这一条或前一条被改动、插入或调换（编号 '],
    ['removed', ['delete from audit.entry where position in (5, 6)'], '第5至6条不见了'],
    ['removed first', ['delete from audit.entry where position = 1'], '第1条不见了'],
    ['put in at the end', [`insert into audit.entry (via, action, subject_kind, position, hash) values ('portal', 'exported', 'test', 11, sha256('z'))`], '第11至11条没有封存记录'],
    [
      'exchanged',
      ['update audit.entry set position = 20 where position = 4', 'update audit.entry set position = 4 where position = 5', 'update audit.entry set position = 5 where position = 20'],
      '第4条与其哈希不符',
    ],
    ['cut off the end', ['delete from audit.entry where position > 7'], '末尾第8至10条被截去，封存记录为证'],
  ])('answers 1 and names what was %s', async (_what, tampering, sentence) => {
    for (const sql of tampering) await log.tamper(sql);
    const { code, lines } = await run('verify');
    expect(code).toBe(1);
    expect(lines.some((line) => line.startsWith(sentence))).toBe(true);
    expect(lines.some((line) => /处不符$/.test(line))).toBe(true);
    expect(lines.join()).not.toContain('完整无误');
  });

  it('names the row that was changed by its number, and tells a program everything', async () => {
    await log.tamper(`update audit.entry set account_id = uuidv7() where position = 4`);
    expect((await run('verify')).lines[0]).toContain(await idAt(4));
    const { code, lines } = await run('verify', '--json');
    expect([code, lines.length]).toEqual([1, 1]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ entries: 10, unsealed: 0, findings: [{ kind: 'changed', position: 4, id: await idAt(4) }] });
  });

  it('finds a tail cut off with its seals by the hash kept elsewhere, and keeps no hash of a log that does not fit', async () => {
    const anchors = join(folder, 'anchors');
    expect((await run('verify', '--anchors', anchors)).code).toBe(0);
    const kept = readFileSync(anchors, 'utf8');
    expect(kept).toMatch(/^10 [0-9a-f]{64} 20\S+\n$/);
    await log.tamper('delete from audit.seal where last_position > 6');
    await log.tamper('delete from audit.entry where position > 6');
    expect((await run('verify')).code).toBe(0);
    const { code, lines } = await run('verify', '--anchors', anchors);
    expect([code, lines[0]]).toEqual([1, '末尾第7至10条被截去，外部留存的哈希为证']);
    expect(readFileSync(anchors, 'utf8')).toBe(kept);
  });

  it('takes no file of hashes it cannot read, and no option it does not know', async () => {
    const anchors = join(folder, 'anchors');
    writeFileSync(anchors, '10 not-a-hash\n');
    await expect(run('verify', '--anchors', anchors)).rejects.toThrow(/第1行看不懂/);
    await expect(run('verify', '--quick')).rejects.toThrow('有不认识的参数。');
    await expect(run('erase')).rejects.toThrow('有不认识的参数。');
  });

  it('exports each entry into a new file, oldest first, and logs that it did', async () => {
    const out = join(folder, 'audit.csv');
    expect(await run('export', '--out', out)).toEqual({ code: 0, lines: [`已导出 10 条：${out}`] });
    const [head, ...rows] = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(head?.startsWith('\uFEFF序号,时间,账号,姓名,角色,单位,途径,操作,动作,对象')).toBe(true);
    expect(rows.map((row) => Number(row.split(',', 1)[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const [entry] = await log.sql<{ via: string; operation: string; changes: object }>('select * from audit.entry order by id desc limit 1');
    expect(entry).toMatchObject({ via: 'command', operation: 'audit:export', changes: { entries: 10, format: 'csv' } });
    await expect(run('export', '--out', out)).rejects.toThrow(/已存在/);
  });

  it('carries nobody’s contact out, though somebody’s changed', async () => {
    await log.sql(`insert into account.person (name, phone, email) values ('李四', '13912345678', 'li@firm.example')`);
    await log.sql(`update account.person set phone = '13800138000'`);
    const wire = new ContactTripwire();
    for (const name of ['contacts.csv', 'contacts.jsonl']) {
      expect((await run('export', '--out', join(folder, name))).code).toBe(0);
      const written = readFileSync(join(folder, name), 'utf8');
      expect(written).toContain('account.person');
      wire.text(name, written);
    }
    await wire.check();
    wire.text('proof', 'account.person,13912345678');
    await expect(wire.check()).rejects.toThrow(/绊线：proof/);
  });

  it('exports the days asked for, each entry whole as JSON, and refuses other files and days', async () => {
    const out = join(folder, 'audit.jsonl');
    expect((await run('export', '--out', out, '--from', '2020-01-01')).code).toBe(0);
    const entries = readFileSync(out, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { position: number; hash: string });
    expect(entries.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(entries.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    const past = join(folder, 'past.jsonl');
    expect((await run('export', '--out', past, '--to', '2020-01-01')).lines).toEqual([`已导出 0 条：${past}`]);
    await expect(run('export', '--out', join(folder, 'audit.txt'))).rejects.toThrow(/\.csv 或 \.jsonl/);
    await expect(run('export', '--out', join(folder, 'x.csv'), '--from', 'today')).rejects.toThrow(/看不懂日期/);
    expect(existsSync(join(folder, 'audit.txt'))).toBe(false);
  });
});
