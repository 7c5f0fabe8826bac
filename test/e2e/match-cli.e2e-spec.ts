import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MATCH = resolve(__dirname, '../../apps/match-cli/match.mjs');
let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'match-cli-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function match(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MATCH, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}
function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

describe('npm run match as a process', () => {
  const scenarios = '场景名称,需求描述\n停车余位发布,停车泊位余位发布和停车诱导\n';
  const capabilities = '企业名称,产品名称,功能介绍\n山禾软件,停车云,停车余位发布、停车诱导\n';

  it('builds itself when needed, writes the workbook and ends with 0', () => {
    const run = match(file('s.csv', scenarios), file('c.csv', capabilities), '--out', 'pairings.xlsx');
    expect(run).toMatchObject({ status: 0 });
    expect(run.stdout).toContain('已写出 pairings.xlsx');
    expect(existsSync(join(folder, 'pairings.xlsx'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('ends with 1 and one sentence when a file cannot be read', () => {
    const run = match(file('broken.xlsx', 'PK\x03\x04 no more'), file('c.csv', capabilities), '--out', 'no.xlsx');
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^✗ 无法读取场景清单 broken\.xlsx：工作簿已损坏/m);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'no.xlsx'))).toBe(false);
  });

  it('ends with 2 and the help when the command is not understood', () => {
    const run = match('s.csv');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^✗ 请给出两个文件：先场景清单，后能力清单\n\n用法：/);
  });

  it('shows its help on the standard output', () => {
    expect(match('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('用法：npm run match') });
  });
});
