import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../support/free-port';
import { ManagedProcess } from './managed-process';

const ROOT = join(__dirname, '..', '..', '..');
export const SECRETS = { SESSION_SECRET: 's'.repeat(64), INTERNAL_TOKEN_SECRET: 't'.repeat(64) };

export interface AppsChoice {
  folder: string;
  databaseUrl: string;
  smtpUrl: string;
  redis?: { url: string };
  meilisearch?: { url: string; masterKey: string };
  holdSeconds: number;
}

export interface Apps {
  url: string;
  portal: ManagedProcess;
  publishing: ManagedProcess;
  directory: ManagedProcess;
  /** Two, as a deployment scales them: what one lets go, the other takes up. */
  workers: ManagedProcess[];
  all: ManagedProcess[];
  env: Record<string, string>;
}

/** The built apps as processes, not yet started. */
export async function apps(choice: AppsChoice): Promise<Apps> {
  const [portal, publishing, directory, worker, second] = await Promise.all(Array.from({ length: 5 }, freePort));
  const at = (port: number | undefined) => `http://127.0.0.1:${port}`;
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'test',
    MESSAGE_TIMING: 'at-once',
    DATABASE_URL: choice.databaseUrl,
    ...{ PORTAL_PORT: `${portal}`, PUBLISHING_PORT: `${publishing}`, DIRECTORY_PORT: `${directory}`, WORKER_PORT: `${worker}` },
    ...{ PUBLISHING_URL: at(publishing), DIRECTORY_URL: at(directory), WORKER_URL: at(worker), PUBLIC_URL: at(portal) },
    ...SECRETS,
    SMTP_URL: choice.smtpUrl,
    DECISION_HOLD_SECONDS: `${choice.holdSeconds}`,
    ...(choice.redis && { REDIS_URL: choice.redis.url }),
    ...(choice.meilisearch && { MEILI_URL: choice.meilisearch.url, MEILI_MASTER_KEY: choice.meilisearch.masterKey }),
  };
  const app = (name: string, build: string, port: number | undefined, more: Record<string, string> = {}) =>
    new ManagedProcess({
      name,
      program: process.execPath,
      args: [script(build)],
      env: { ...env, ...more },
      cwd: choice.folder,
      logFile: join(choice.folder, `${name}.log`),
      isReady: async () => (await fetch(`${at(port)}/health/ready`, { signal: AbortSignal.timeout(3000) })).ok,
    });
  const parts = {
    portal: app('web-portal', 'web-portal', portal),
    publishing: app('scenario-publishing', 'scenario-publishing', publishing),
    directory: app('capability-directory', 'capability-directory', directory),
    workers: [
      app('matcher-worker-1', 'matcher-worker', worker),
      app('matcher-worker-2', 'matcher-worker', second, { WORKER_PORT: `${second}` }),
    ],
  };
  return { ...parts, url: at(portal), env, all: [parts.portal, parts.publishing, parts.directory, ...parts.workers] };
}

function script(app: string): string {
  const file = join(ROOT, 'dist/apps', app, 'src/main.js');
  if (!existsSync(file)) throw new Error('not built: run npm run build first');
  return file;
}
