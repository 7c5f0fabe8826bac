import { connect } from 'node:net';
import { freePort } from './free-port';
import { onPath } from './on-path';
import { startServerProcess, type ServerProcess } from './server-process';

export interface TestRedis extends ServerProcess {
  url: string;
}

/** A Redis of one's own (append-only and noeviction, as deployed) on a free loopback port; undefined without one. */
export async function startRedis(port?: number): Promise<TestRedis | undefined> {
  const program = onPath('redis-server');
  if (!program) return undefined;
  const chosen = port ?? (await freePort());
  const server = await startServerProcess({
    name: 'redis',
    program,
    args: (folder) => [
      ...['--port', `${chosen}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
      ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
    ],
    isReady: () => answersPing(chosen),
  });
  return { ...server, url: `redis://127.0.0.1:${chosen}` };
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
