import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../../../test/support/wait-until';
import type { PlainError } from './plain-error';
import { SupervisedService } from './supervisor';

const patience = (what: string) => ({ timeoutMs: 10_000, what });

describe('a supervised app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mantianxing-supervisor-'));
  const said: string[] = [];
  let givenUp: PlainError | undefined;
  let service: SupervisedService | undefined;

  function supervise(name: string, source: string): SupervisedService {
    const script = join(folder, `${name}.js`);
    writeFileSync(script, source);
    const spec = { name, label: '测试应用', script, env: { ROLE: 'tested' }, readyUrl: 'http://127.0.0.1:1/', nodeFlags: [] };
    const options = { logs: folder, say: (line: string) => void said.push(line), firstPauseMs: 1 };
    service = new SupervisedService(spec, { ...options, giveUp: (error) => (givenUp = error) });
    service.start();
    return service;
  }
  const logOf = (name: string) => readFileSync(join(folder, `${name}.log`), 'utf8');
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  beforeEach(() => {
    said.length = 0;
    givenUp = undefined;
  });
  afterEach(() => service?.stop(0));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gets its own environment and nothing of ours', async () => {
    supervise('environment', `console.log(JSON.stringify(Object.keys(process.env))); setInterval(() => {}, 1000)`);
    await waitUntil(() => logOf('environment').includes(']'), patience('its environment'));
    expect(JSON.parse(logOf('environment'))).toEqual(['ROLE']);
  });

  it('is started again when it dies, and that is told', async () => {
    const app = supervise('mortal', `console.log('up'); setInterval(() => {}, 1000)`);
    const first = app.pid as number;
    await waitUntil(() => logOf('mortal').includes('up'), patience('the first life'));
    process.kill(first, 'SIGKILL');
    await waitUntil(() => app.pid !== first && logOf('mortal').match(/up/g)?.length === 2, patience('the second life'));
    expect(said).toEqual([expect.stringMatching(/测试应用（mortal）意外退出（SIGKILL）.*重新启动/)]);
  });

  it('ends the stack with its last words when it keeps dying', async () => {
    supervise('doomed', `console.error('启动失败：没有这个表'); process.exit(3)`);
    const error = await waitUntil(() => givenUp, patience('giving up'));
    expect(error.message).toBe('测试应用（doomed）一分钟内退出了 6 次：启动失败：没有这个表');
    expect(said).toHaveLength(5);
  }, 20_000);

  it('names a full disk as what it is', async () => {
    supervise('full', `console.error('Error: ENOSPC: no space left on device, write'); process.exit(1)`);
    expect((await waitUntil(() => givenUp, patience('giving up'))).message).toMatch(/^磁盘已满/);
  });

  it('is asked politely to end', async () => {
    const app = supervise('polite', `process.on('SIGTERM', () => { console.log('tidied'); process.exit(0) }); console.log('up'); setInterval(() => {}, 1000)`);
    await waitUntil(() => logOf('polite').includes('up'), patience('its start'));
    await app.stop(5000);
    expect(logOf('polite')).toContain('tidied');
    expect(said).toEqual([]);
  });

  it('is ended for certain when it does not listen', async () => {
    const app = supervise('deaf', `process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)`);
    await waitUntil(() => logOf('deaf').includes('up'), patience('its start'));
    const pid = app.pid as number;
    await app.stop(50);
    expect(isAlive(pid)).toBe(false);
  });
});
