import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainFileError } from '../plain-error';
import { tether } from '../tether';
import type { Binaries } from './binaries';
import { giveTo, type Owner } from './owner';
import { plainPostgresError, isPassing } from './server-complaints';

export interface Cluster {
  binaries: Binaries;
  owner: Owner;
  /** Made by `createCluster`; owned by `owner`, mode 700. Its parent must be within the owner's reach. */
  dataDir: string;
  logFile: string;
  user: string;
  password: string;
  port: number;
  /** Server settings, handed over on the command line. */
  settings: Record<string, string>;
}

export interface RunningCluster {
  pid: number;
  /** `postgres://user:password@127.0.0.1:port/<database>` */
  url(database: string): string;
  /** Ends every session and stops the server; harder after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  /** Settles when the server process is gone, whoever ended it. */
  gone: Promise<void>;
}

/** A clean environment: PGDATA, PGPORT or a missing LC_ALL locale of the caller must not reach the server. */
const CLEAN_ENV = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/** Runs initdb unless the cluster is there. It is made aside and renamed, so half a cluster is never kept. */
export function createCluster(cluster: Cluster, initdbFlags: string[] = []): void {
  const { binaries, owner, dataDir } = cluster;
  if (existsSync(join(dataDir, 'PG_VERSION'))) return;
  const fresh = `${dataDir}.new`;
  const passwordFile = `${dataDir}.pw`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    giveTo(owner, fresh);
    writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
    giveTo(owner, passwordFile);
    const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256'];
    const who = [`--pgdata=${fresh}`, `--username=${cluster.user}`, `--pwfile=${passwordFile}`];
    const run = spawnSync(binaries.initdb, [...who, ...locale, ...initdbFlags], {
      uid: owner.uid,
      gid: owner.gid,
      cwd: '/',
      env: CLEAN_ENV,
      encoding: 'utf8',
    });
    if (run.status !== 0) throw plainPostgresError(`${run.stderr ?? ''}${run.error ?? ''}`, cluster);
    renameSync(fresh, dataDir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw plainFileError(error, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Starts the server and resolves when it takes connections. Throws PlainError with the server's own reason. */
export async function startCluster(cluster: Cluster): Promise<RunningCluster> {
  const giveUpAt = Date.now() + 15_000;
  for (;;) {
    const logStart = existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0;
    const server = spawnServer(cluster);
    const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    if (await becomesReady(cluster, server)) return running(cluster, server, gone);
    const complaint = readFileSync(cluster.logFile).subarray(logStart).toString('utf8');
    // Sessions of a killed server may need a moment to notice its death and let go of its memory.
    if (!isPassing(complaint) || Date.now() > giveUpAt) throw plainPostgresError(complaint, cluster);
    await sleep(300);
  }
}

/** Detached: Ctrl-C in a terminal reaches the whole group, and the database must be the last to hear of it. */
function spawnServer({ binaries, owner, dataDir, port, logFile, settings }: Cluster): ChildProcess {
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const flags = Object.entries(fixed).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  try {
    const { uid, gid } = owner;
    const stdio: ['ignore', number, number] = ['ignore', log, log];
    return spawn(binaries.postgres, ['-D', dataDir, '-p', `${port}`, ...flags], {
      ...{ uid, gid, cwd: '/', env: CLEAN_ENV },
      ...{ stdio, detached: true },
    }).on('error', () => undefined);
  } finally {
    closeSync(log);
  }
}

/** The server writes its state into line 8 of postmaster.pid. Crash recovery may take long: only death ends the wait. */
async function becomesReady({ dataDir }: Cluster, server: ChildProcess): Promise<boolean> {
  const pidFile = join(dataDir, 'postmaster.pid');
  while (server.pid && server.exitCode === null && server.signalCode === null) {
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : [];
    if (lines[0] === `${server.pid}` && lines[7]?.trim() === 'ready') return true;
    await sleep(20);
  }
  return false;
}

function running(cluster: Cluster, server: ChildProcess, gone: Promise<void>): RunningCluster {
  const pid = server.pid as number;
  const untie = tether(pid, 'INT', cluster.owner);
  const { user, password, port } = cluster;
  return {
    pid,
    gone,
    url: (database) => `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    async stop(graceMs = 6000) {
      untie();
      // Fast, then immediate, then none: each ends the sessions less politely.
      for (const [signal, patience] of [['SIGINT', graceMs], ['SIGQUIT', 1500], ['SIGKILL', 1500]] as const) {
        if (server.exitCode !== null || server.signalCode !== null) return;
        server.kill(signal);
        await Promise.race([gone, sleep(patience, undefined, { ref: false })]);
      }
    },
  };
}
