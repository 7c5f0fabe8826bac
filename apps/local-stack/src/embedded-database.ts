import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { runMigrations } from '@mantianxing/database';
import { PlainError } from './plain-error';
import { makeFolder, type Places } from './places';
import { choosePort } from './ports';
import { usableBinaries } from './postgres/binaries';
import { createCluster, startCluster, type Cluster, type RunningCluster } from './postgres/cluster';
import { giveTo, sharedMemorySettings, type Owner } from './postgres/owner';
import { stopStalePostmaster } from './postgres/stale-postmaster';

const DATABASE = 'mantianxing';

/** Modest on purpose: one district's data, on a machine that also runs the apps. */
const SETTINGS = {
  shared_buffers: '64MB',
  max_connections: '60',
  jit: 'off',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  io_method: 'sync',
};

export interface EmbeddedDatabase {
  url: string;
  server: RunningCluster;
  /** Starts the server again, on the same port, after it died by itself. */
  restart(): Promise<RunningCluster>;
}

export interface DatabaseWish {
  places: Places;
  owner: Owner;
  password: string;
  /** POSTGRES_PORT, if somebody set it. */
  port: string | undefined;
  preferredPort: number;
  say: (line: string) => void;
}

/** From nothing, or from what the last run left, to a server that takes connections. */
export async function openEmbeddedDatabase(wish: DatabaseWish): Promise<EmbeddedDatabase> {
  const { places, owner, say } = wish;
  const dataDir = join(places.postgres, 'data');
  makeFolder(places.postgres, 0o700);
  refuseForeignData(dataDir, owner);
  giveTo(owner, places.postgres);
  if (await stopStalePostmaster(dataDir)) say('上次没有正常退出：已停止遗留的数据库进程');
  const cluster: Cluster = {
    ...{ binaries: usableBinaries(owner), owner, dataDir, password: wish.password, user: 'mantianxing' },
    logFile: join(places.logs, 'postgres.log'),
    port: await choosePort('POSTGRES_PORT', wish.port, wish.preferredPort),
    settings: { ...SETTINGS, ...sharedMemorySettings(owner) },
  };
  if (!existsSync(dataDir)) say(`正在新建数据库（${places.postgres}）…`);
  createCluster(cluster);
  const server = await startCluster(cluster);
  return { server, url: server.url(DATABASE), restart: () => startCluster(cluster) };
}

/** Makes the database if it is new and brings its tables up to date; without `schema` a new one stays empty. */
export async function migrate(server: RunningCluster, schema = true): Promise<void> {
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect().catch((error) => {
    if (error.code !== '28P01') throw error;
    throw new PlainError('数据库口令与 secrets.json 不符。', '请从备份恢复 secrets.json，或执行 npm start -- --reset 重新开始。');
  });
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  if (schema) await runMigrations(server.url(DATABASE));
}

/** Whether nobody has an account yet: then this is the first run. */
export async function isEmpty(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query('select not exists (select 1 from account.account) as empty')).rows[0].empty;
  } finally {
    await client.end();
  }
}

/** Data made by root's `postgres` and data made by an ordinary user do not mix. */
function refuseForeignData(dataDir: string, owner: Owner): void {
  if (!existsSync(dataDir)) return;
  const expected = owner.uid ?? process.getuid?.();
  const { uid } = statSync(dataDir);
  if (uid === expected) return;
  throw new PlainError(
    `${dataDir} 属于另一个系统用户（uid ${uid}）。`,
    '请用上次启动时的用户运行，或用 MANTIANXING_DATA 指定另一个数据文件夹。',
  );
}
