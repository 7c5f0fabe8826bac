import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { runMigrations } from '@mantianxing/database';
import { usableBinaries } from '../../../apps/local-stack/src/postgres/binaries';
import { createCluster, startCluster, type Cluster, type RunningCluster } from '../../../apps/local-stack/src/postgres/cluster';
import { giveTo, postgresOwner, sharedMemorySettings } from '../../../apps/local-stack/src/postgres/owner';
import { freePort } from '../../support/free-port';
import { waitUntil } from '../../support/wait-until';

const DATABASE = 'mantianxing';

/**
 * Commits are written to the kernel before they are answered (synchronous_commit stays on); they are not forced to
 * the disk, since processes are killed here and never the machine.
 */
const SETTINGS = { fsync: 'off', shared_buffers: '64MB', max_connections: '120', jit: 'off', io_method: 'sync', timezone: 'UTC' };

/** A PostgreSQL of the run's own that can be killed with all its sessions and started again on its data. */
export class PostgresPart {
  private server: RunningCluster | undefined;

  private constructor(private readonly cluster: Cluster) {}

  static async create(folder: string): Promise<PostgresPart> {
    const owner = postgresOwner();
    const parent = join(folder, 'postgres');
    mkdirSync(parent);
    chmodSync(folder, 0o711);
    giveTo(owner, parent);
    const part = new PostgresPart({
      ...{ binaries: usableBinaries(owner), owner, dataDir: join(parent, 'data'), logFile: join(parent, 'postgres.log') },
      ...{ user: 'app', password: randomBytes(12).toString('hex'), port: await freePort() },
      settings: { ...SETTINGS, ...sharedMemorySettings(owner) },
    });
    createCluster(part.cluster, ['--no-sync']);
    await part.start();
    const client = new Client({ connectionString: part.server?.url('postgres') });
    await client.connect();
    await client.query(`create database ${DATABASE}`);
    await client.end();
    await runMigrations(part.url);
    return part;
  }

  get url(): string {
    const { user, password, port } = this.cluster;
    return `postgres://${user}:${password}@127.0.0.1:${port}/${DATABASE}`;
  }

  async start(): Promise<void> {
    this.server = await startCluster(this.cluster);
  }

  /** The postmaster and every process it started, at once. */
  async killAll(): Promise<void> {
    const { server } = this;
    if (!server) return;
    for (const pid of [server.pid, ...childrenOf(server.pid)]) signal(pid, 'SIGKILL');
    await this.forget(server);
  }

  /** Immediate shutdown: sessions are dropped where they stand, recovery follows. */
  async stopAtOnce(): Promise<void> {
    const { server } = this;
    if (!server) return;
    signal(server.pid, 'SIGQUIT');
    await this.forget(server);
  }

  /** One session's process: the server itself ends all the others and recovers. */
  async killOneSession(pid: number): Promise<void> {
    const { server } = this;
    if (!server || !childrenOf(server.pid).includes(pid)) return;
    signal(pid, 'SIGKILL');
    await this.answers();
  }

  answers(timeoutMs = 60_000): Promise<boolean> {
    const ask = async () => {
      const client = await this.connect();
      await client.query('select 1');
      await client.end();
      return true;
    };
    return waitUntil(ask, { timeoutMs, what: 'PostgreSQL to answer', everyMs: 200 });
  }

  /** A session outside the product's; ends quietly when the server goes away under it. */
  async connect(name = 'faults'): Promise<Client> {
    const client = new Client({ connectionString: this.url, application_name: name, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    const client = await this.connect();
    try {
      return (await client.query(sql, values)).rows as T[];
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  private async forget(server: RunningCluster): Promise<void> {
    await server.gone;
    await server.stop();
    this.server = undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === parent)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    // The name, in brackets, may hold blanks: fields are counted from behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
