import { createServer } from 'node:net';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LocalStackRun } from '../support/local-stack';
import { waitUntil } from '../support/wait-until';

describe('npm start', () => {
  let stack: LocalStackRun;
  const accounts = () => readFileSync(join(stack.folder, 'accounts.txt'), 'utf8');

  beforeAll(async () => {
    stack = await LocalStackRun.inFreshFolder();
  });
  afterAll(() => stack.remove());

  it('brings an empty folder to a portal that answers, and tells one address and the demo accounts', async () => {
    await stack.start();
    expect((await fetch(stack.url)).status).toBe(200);
    expect(stack.output).toContain(`满天星已就绪：${stack.url}`);
    expect(stack.output).toContain(accounts().split('\n')[1]);
    expect(stack.output).not.toMatch(/\n\s+at /);
  });

  it('keeps accounts and secrets for its owner only', () => {
    const modes = ['accounts.txt', 'secrets.json'].map((file) => statSync(join(stack.folder, file)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
  });

  it('refuses a second instance on the same data, and says where the first one is', async () => {
    const second = stack.another();
    second.launch();
    expect(await second.ended()).toBe(1);
    expect(second.output).toMatch(/已在运行（进程 \d+，地址 http/);
  });

  it('refuses to begin anew while it runs', async () => {
    const second = stack.another();
    second.launch('--reset');
    expect(await second.ended()).toBe(1);
    expect((await fetch(stack.url)).status).toBe(200);
  });

  it('leaves no process behind after Ctrl-C', async () => {
    expect(stack.processes().length).toBeGreaterThan(5);
    expect(await stack.stop('SIGINT')).toBe(0);
    expect(stack.processes()).toEqual([]);
  });

  it('keeps data and accounts over a second start', async () => {
    const before = accounts();
    await stack.start();
    expect(accounts()).toBe(before);
    expect(stack.output).not.toContain('载入示例清单');
  });

  it('leaves no process behind when it is killed outright, and starts again', async () => {
    expect(await stack.stop('SIGKILL')).toBeNull();
    await waitUntil(() => stack.processes().length === 0, { timeoutMs: 60_000, what: 'the children to end', everyMs: 200 });
    await stack.start();
    expect((await fetch(stack.url)).status).toBe(200);
    expect(await stack.stop('SIGTERM')).toBe(0);
  });

  it('begins anew with --reset: other accounts, and it says what it deletes', async () => {
    const before = accounts();
    await stack.start('--reset');
    expect(stack.output).toContain(`已删除 ${join(stack.folder, 'accounts.txt')}`);
    expect(accounts()).not.toBe(before);
    await stack.stop();
  });

  it('says one sentence and ends with 1 when its port is taken', async () => {
    const other = createServer().listen(stack.port, '127.0.0.1');
    try {
      stack.launch();
      expect(await stack.ended()).toBe(1);
      expect(stack.output).toContain(`端口 ${stack.port} 已被占用。`);
      expect(stack.output).not.toMatch(/\n\s+at /);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });

  it('says one sentence about an argument nobody knows', async () => {
    stack.launch('--fresh');
    expect(await stack.ended()).toBe(1);
    expect(stack.output).toContain('不认识的参数 --fresh。');
  });
});
