import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usableBinaries } from '../../apps/local-stack/src/postgres/binaries';
import { createCluster, startCluster, type Cluster } from '../../apps/local-stack/src/postgres/cluster';
import { canEnter, giveTo, postgresOwner, sharedMemorySettings } from '../../apps/local-stack/src/postgres/owner';
import { freePort } from './free-port';

export interface TestPostgres {
  /** `postgres://app:…@127.0.0.1:port`, without a database name. */
  url: string;
  stop(): Promise<void>;
}

/** A throw-away server that never syncs to disk; root or not, wherever the repository stands. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const owner = postgresOwner();
  const parent = mkdtempSync(join(canEnter(owner, tmpdir()) ? tmpdir() : '/var/tmp', 'mantianxing-test-'));
  chmodSync(parent, 0o755);
  giveTo(owner, parent);
  const cluster: Cluster = {
    binaries: usableBinaries(owner),
    owner,
    dataDir: join(parent, 'data'),
    logFile: join(parent, 'postgres.log'),
    user: 'app',
    password: randomBytes(12).toString('hex'),
    port: await freePort(),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      shared_buffers: '96MB',
      jit: 'off',
      ...sharedMemorySettings(owner),
    },
  };
  createCluster(cluster, ['--no-sync']);
  const server = await startCluster(cluster);
  return {
    url: server.url('').replace(/\/$/, ''),
    async stop() {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
