import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../support/free-port';
import { onPath } from '../../support/on-path';
import { ManagedProcess } from './managed-process';

/** A Redis of the run's own (append-only and noeviction, as deployed) whose data can be lost or turned back. */
export class RedisPart {
  private constructor(
    readonly process: ManagedProcess,
    readonly url: string,
    private readonly data: string,
  ) {}

  static absence = (): string | undefined => (onPath('redis-server') ? undefined : 'no Redis: redis-server is not on PATH');

  static async create(folder: string): Promise<RedisPart> {
    const port = await freePort();
    const data = join(folder, 'redis');
    mkdirSync(data);
    const process_ = new ManagedProcess({
      name: 'redis',
      program: onPath('redis-server') ?? 'redis-server',
      args: [
        ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', data, '--save', ''],
        ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
      ],
      env: { PATH: process.env.PATH ?? '' },
      cwd: folder,
      logFile: join(folder, 'redis.log'),
      isReady: () => answersPing(port),
    });
    await process_.start();
    return new RedisPart(process_, `redis://127.0.0.1:${port}`, data);
  }

  /** Remembers the data as it is now, for `turnBack`. Call while the server runs: a torn last command is cut off by it. */
  remember(): void {
    rmSync(this.remembered, { recursive: true, force: true });
    cpSync(this.data, this.remembered, { recursive: true });
  }

  get hasMemory(): boolean {
    return existsSync(this.remembered);
  }

  /** Call while the server is down. */
  wipe(): void {
    rmSync(this.data, { recursive: true, force: true });
    mkdirSync(this.data);
  }

  /** Call while the server is down: the next start finds the data of the last `remember`. */
  turnBack(): void {
    rmSync(this.data, { recursive: true, force: true });
    cpSync(this.remembered, this.data, { recursive: true });
  }

  private get remembered(): string {
    return `${this.data}-before`;
  }
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
