import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgresOwner, canEnter } from '../../apps/local-stack/src/postgres/owner';
import { apps, SECRETS, type Apps } from './parts/apps';
import { mailPart, type MailPart } from './parts/mail';
import type { ManagedProcess } from './parts/managed-process';
import { MeilisearchPart } from './parts/meilisearch';
import { PostgresPart } from './parts/postgres';
import { RedisPart } from './parts/redis';

/** The sets of parts a deployment may choose; each is run for itself. */
export const PART_SETS = ['postgres', 'redis', 'redis+meilisearch'] as const;
export type PartSet = (typeof PART_SETS)[number];

/** Why a set cannot be run on this machine; undefined when it can. */
export function absenceOf(set: PartSet): string | undefined {
  return (set.includes('redis') ? RedisPart.absence() : undefined) ?? (set.includes('meilisearch') ? MeilisearchPart.absence() : undefined);
}

/** How long a decision's messages wait: long enough that a client can undo it, short enough for thousands of them. */
export const HOLD_SECONDS = 2;

export interface Stack {
  set: PartSet;
  folder: string;
  postgres: PostgresPart;
  redis?: RedisPart;
  meilisearch?: MeilisearchPart;
  mail: MailPart;
  apps: Apps;
  /** Password of every account of the sample lists. */
  password: string;
  /** Everything that can be killed and frozen, PostgreSQL apart. */
  processes: ManagedProcess[];
  stop(options?: { keepFolder?: boolean }): Promise<void>;
}

/** The real stack in a folder of its own, with the sample lists in it, ready. */
export async function startStack(set: PartSet): Promise<Stack> {
  const folder = mkdtempSync(join(canEnter(postgresOwner(), tmpdir()) ? tmpdir() : '/var/tmp', 'mantianxing-faults-'));
  const stoppers: (() => Promise<void>)[] = [];
  const stop: Stack['stop'] = async ({ keepFolder } = {}) => {
    for (const end of stoppers.reverse()) await end();
    if (!keepFolder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await PostgresPart.create(folder);
    stoppers.push(() => postgres.stop());
    const password = await loadSamples(postgres);
    const mail = await mailPart(folder);
    const redis = set.includes('redis') ? await RedisPart.create(folder) : undefined;
    const meilisearch = set.includes('meilisearch') ? await MeilisearchPart.create(folder) : undefined;
    const running = await apps({ ...{ folder, redis, meilisearch, databaseUrl: postgres.url, smtpUrl: mail.url }, holdSeconds: HOLD_SECONDS });
    const servers = [mail.process, ...(redis ? [redis.process] : []), ...(meilisearch ? [meilisearch.process] : [])];
    stoppers.push(async () => void (await Promise.all(servers.map((server) => server.stop()))));
    stoppers.push(async () => void (await Promise.all(running.all.map((app) => app.stop()))));
    await mail.process.start();
    await Promise.all(running.all.map((app) => app.start()));
    return { set, folder, postgres, redis, meilisearch, mail, apps: running, password, processes: [...running.all, ...servers], stop };
  } catch (error) {
    await stop({ keepFolder: true });
    throw error;
  }
}

/**
 * The sample lists as `npm start` loads them. Only a few of their people have a password; here everybody gets the
 * matchmaker's, so that every side can be asked over HTTP what it was told.
 */
async function loadSamples(postgres: PostgresPart): Promise<string> {
  const script = join(__dirname, '../../dist/apps/local-stack/src/seed/seed-process.js');
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: postgres.url, ...SECRETS };
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env, maxBuffer: 1_000_000 });
  const accounts = JSON.parse(stdout) as { login: string; password: string }[];
  await postgres.query(
    `update account.account set password_hash = (select password_hash from account.account where login = 'matchmaker')`,
  );
  const matchmaker = accounts.find(({ login }) => login === 'matchmaker');
  if (!matchmaker) throw new Error('the sample lists have no matchmaker');
  return matchmaker.password;
}
