import { connect } from 'node:net';
import { freePort } from './free-port';
import { onPath } from './on-path';
import { startServerProcess, type ServerProcess } from './server-process';

export interface TestRedis extends ServerProcess {
  url: string;
  /** Writes `dump.rdb` into its folder and waits for it. */
  save(): Promise<void>;
}

/**
 * A Redis of one's own (append-only and noeviction, as deployed) on a free loopback port; undefined without one. With a
 * `folder` it reads `dump.rdb` from there, writes it only when told, and begins empty where there is none.
 */
export async function startRedis(port?: number, folder?: string): Promise<TestRedis | undefined> {
  const program = onPath('redis-server');
  if (!program) return undefined;
  const chosen = port ?? (await freePort());
  const server = await startServerProcess({
    name: 'redis',
    program,
    args: (own) => [
      ...['--port', `${chosen}`, '--bind', '127.0.0.1', '--dir', folder ?? own, '--save', ''],
      ...(folder ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', 'everysec']),
      ...['--maxmemory-policy', 'noeviction'],
    ],
    isReady: () => answersPing(chosen),
  });
  return { ...server, url: `redis://127.0.0.1:${chosen}`, save: () => told(chosen, 'SAVE') };
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(1000, () => answer(false));
    socket.once('data', (data) => answer(data.toString().startsWith('+PONG')));
    socket.once('error', () => answer(false));
  });
}

function told(port: number, command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (data) => {
      socket.destroy();
      if (data.toString().startsWith('+')) resolve();
      else reject(new Error(`${command}: ${data}`));
    });
    socket.once('error', reject);
  });
}
