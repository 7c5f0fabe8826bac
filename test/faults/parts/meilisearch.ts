import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../support/free-port';
import { onPath } from '../../support/on-path';
import { ManagedProcess } from './managed-process';

/** A Meilisearch of the run's own whose index can be wiped. */
export class MeilisearchPart {
  private constructor(
    readonly process: ManagedProcess,
    readonly url: string,
    readonly masterKey: string,
    private readonly data: string,
  ) {}

  static absence = (): string | undefined => (onPath('meilisearch') ? undefined : 'no Meilisearch: meilisearch is not on PATH');

  static async create(folder: string): Promise<MeilisearchPart> {
    const address = `127.0.0.1:${await freePort()}`;
    const masterKey = 'k'.repeat(32);
    const data = join(folder, 'meilisearch');
    mkdirSync(data);
    const process_ = new ManagedProcess({
      name: 'meilisearch',
      program: onPath('meilisearch') ?? 'meilisearch',
      args: [
        ...['--no-analytics', '--env', 'development', '--http-addr', address, '--db-path', join(data, 'db')],
        ...['--max-indexing-memory', '100MiB', '--max-indexing-threads', '1'],
      ],
      env: { PATH: process.env.PATH ?? '', MEILI_MASTER_KEY: masterKey },
      cwd: data,
      logFile: join(folder, 'meilisearch.log'),
      isReady: async () => (await fetch(`http://${address}/health`)).ok,
    });
    await process_.start();
    return new MeilisearchPart(process_, `http://${address}`, masterKey, data);
  }

  /** Call while the engine is down. */
  wipe(): void {
    rmSync(this.data, { recursive: true, force: true });
    mkdirSync(this.data);
  }
}
