import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalStackRun } from '../support/local-stack';

const ROOT = join(__dirname, '..', '..');

/** The two commands as a person types them, over what `npm start` keeps. */
describe('npm run backup and npm run restore', () => {
  let origin: LocalStackRun;
  let empty: LocalStackRun;
  let archive: string;

  const command = (name: 'backup' | 'restore' | 'erase', folder: string, ...args: string[]) => {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, MANTIANXING_DATA: folder };
    const run = spawnSync(process.execPath, [`apps/local-stack/${name}.mjs`, ...args], { cwd: ROOT, env, encoding: 'utf8' });
    return { code: run.status, output: `${run.stdout}${run.stderr}` };
  };
  const verified = (folder: string) => {
    const { PATH, HOME } = process.env;
    const run = spawnSync(process.execPath, ['apps/local-stack/audit.mjs', 'verify'], { cwd: ROOT, env: { PATH, HOME, MANTIANXING_DATA: folder }, encoding: 'utf8' });
    return { code: run.status, output: `${run.stdout}${run.stderr}` };
  };
  const listed = async (stack: LocalStackRun) => {
    const answers = await Promise.all(['/api/scenarios', '/api/capabilities'].map((path) => fetch(`${stack.url}${path}`)));
    return Promise.all(answers.map(async (answer) => ((await answer.json()) as { total: number }).total));
  };

  beforeAll(async () => {
    origin = await LocalStackRun.inFreshFolder();
    empty = await LocalStackRun.inFreshFolder();
    archive = join(origin.folder, 'drill.zip');
    await origin.start();
    mkdirSync(join(origin.folder, 'uploads'));
    writeFileSync(join(origin.folder, 'uploads', '验收报告.pdf'), 'PDF');
  });
  afterAll(async () => {
    await origin.remove();
    await empty.remove();
  });

  it('backs up while everything runs', () => {
    const { code, output } = command('backup', origin.folder, '--out', archive, '--with-secrets');
    expect(output).toMatch(/已备份 \d+ 张表、\d+ 行、1 个文件/);
    expect(code).toBe(0);
  });

  it('lists who was forgotten since, so that a restore can repeat it', () => {
    expect(command('erase', origin.folder, '--login', 'tinglan').output).toContain('已删除“tinglan”');
    expect(command('erase', origin.folder, '--login', 'tinglan')).toEqual({ code: 1, output: expect.stringContaining('没有找到账号') });
    expect(command('erase', origin.folder, '--list', join(origin.folder, 'erasures')).output).toContain('已导出 1 条');
  });

  it('does not overwrite an archive, nor restore over data that is there', async () => {
    expect(command('backup', origin.folder, '--out', archive)).toEqual({ code: 1, output: expect.stringContaining('不会覆盖') });
    expect(command('restore', origin.folder, archive)).toEqual({ code: 1, output: expect.stringContaining('已在运行') });
    await origin.stop();
    expect(command('restore', origin.folder, archive)).toEqual({ code: 1, output: expect.stringContaining('不能覆盖') });
  });

  it('backs up what lies still, and says that the secrets are to be kept elsewhere', () => {
    const { code, output } = command('backup', origin.folder);
    expect(output).toMatch(/已备份[\s\S]+secrets\.json/);
    expect(code).toBe(0);
  });

  it('restores into an empty folder, from where npm start goes on with the same lists and without samples', async () => {
    const { code, output } = command('restore', empty.folder, archive, '--erasures', join(origin.folder, 'erasures'));
    expect(output).toMatch(/重做 1 人的个人信息删除[\s\S]*逐表校验一致/);
    expect(code).toBe(0);
    expect(readFileSync(join(empty.folder, 'uploads', '验收报告.pdf'), 'utf8')).toBe('PDF');
    await empty.start();
    expect(empty.output).not.toContain('载入示例清单');
    expect(existsSync(join(empty.folder, 'accounts.txt'))).toBe(false);
    await origin.start();
    expect(await listed(empty)).toEqual(await listed(origin));
    expect((await listed(empty)).every((total) => total > 0)).toBe(true);
  });

  it('the chain of the audit log holds in the restored place', () => {
    expect(verified(empty.folder)).toEqual({ code: 0, output: expect.stringMatching(/\d/) });
  });

  it('says in a sentence what a person can mend', () => {
    expect(command('restore', empty.folder, 'nowhere.zip')).toEqual({ code: 1, output: expect.stringContaining('没有这个文件') });
    expect(command('backup', empty.folder, '--wrong')).toEqual({ code: 1, output: expect.stringContaining('用法：npm run backup') });
  });
});
