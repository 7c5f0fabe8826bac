import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 30_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function onPath(program) {
  const isExecutable = (path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, program)).find(isExecutable);
}

/** The Meilisearch of MEILI_URL and MEILI_MASTER_KEY, else one from PATH in a temporary folder, else undefined. */
export async function startMeilisearch(built) {
  const { MEILI_URL: given, MEILI_MASTER_KEY: givenKey = '' } = process.env;
  if (given) return { url: given, key: givenKey, stop: async () => undefined };
  const program = onPath('meilisearch');
  if (!program) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'mantianxing-eval-'));
  const [address, key] = [`127.0.0.1:${await freePort()}`, randomBytes(16).toString('hex')];
  const args = ['--no-analytics', '--env', 'development', '--http-addr', address, '--db-path', join(folder, 'data'), '--max-indexing-memory', '100MiB'];
  const env = { PATH: process.env.PATH, HOME: folder, MEILI_MASTER_KEY: key };
  const child = spawn(program, args, { cwd: folder, env, stdio: 'ignore', detached: true });
  const gone = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const untie = child.pid ? built.part('apps/local-stack/src/tether.js').tether(child.pid, 'TERM') : () => undefined;
  const stop = async () => {
    untie();
    child.kill('SIGTERM');
    await Promise.race([gone, sleep(5000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
    rmSync(folder, { recursive: true, force: true });
  };
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    if (await fetch(`http://${address}/health`).then(({ ok }) => ok, () => false)) return { url: `http://${address}`, key, stop };
    if (child.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error('Meilisearch was started but does not answer.');
  }
}

/** A throw-away PostgreSQL of the product's own kind, migrated: `url` names its database. */
export async function startPostgres(built) {
  const { usableBinaries } = built.part('apps/local-stack/src/postgres/binaries.js');
  const { createCluster, startCluster } = built.part('apps/local-stack/src/postgres/cluster.js');
  const { canEnter, giveTo, postgresOwner } = built.part('apps/local-stack/src/postgres/owner.js');
  const owner = postgresOwner();
  const parent = mkdtempSync(join(canEnter(owner, tmpdir()) ? tmpdir() : '/var/tmp', 'mantianxing-eval-'));
  chmodSync(parent, 0o755);
  giveTo(owner, parent);
  const noShm = existsSync('/dev/shm') ? {} : { dynamic_shared_memory_type: 'mmap' };
  const cluster = {
    ...{ binaries: usableBinaries(owner), owner, dataDir: join(parent, 'data'), logFile: join(parent, 'postgres.log') },
    ...{ user: 'app', password: randomBytes(12).toString('hex'), port: await freePort() },
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', jit: 'off', ...noShm },
  };
  try {
    createCluster(cluster, ['--no-sync']);
    const server = await startCluster(cluster);
    const stop = async () => {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    };
    await built.part('libs/database/src/index.js').runMigrations(server.url('postgres'));
    return { url: server.url('postgres'), stop };
  } catch (error) {
    rmSync(parent, { recursive: true, force: true });
    throw error;
  }
}
