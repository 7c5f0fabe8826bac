import { createPostgresBackend, Queue, Worker, type Processor, type WorkerOptions } from 'bullmq';
import type { QueueName } from '@mantianxing/contracts';

/** Where BullMQ keeps its jobs: Redis when `redisUrl` is set, else the application's PostgreSQL. */
export interface QueueStore {
  redisUrl?: string;
  databaseUrl: string;
  /** Keeps several deployments (or tests) apart in one store. */
  namespace?: string;
}

export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  queue(name: QueueName): Queue;
  worker(name: QueueName, process: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
}

/** Half a minute is BullMQ's default; shorter makes a killed worker's jobs run again sooner. */
export const LOCK_MS = 15_000;

export function queueBackend(store: QueueStore): QueueBackend {
  return store.redisUrl ? redisBackend(store.redisUrl, store.namespace) : postgresBackend(store);
}

function redisBackend(url: string, namespace = 'mantianxing'): QueueBackend {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  const connection = {
    host: hostname,
    port: Number(port || 6379),
    username: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    db: Number(pathname.slice(1) || 0),
    tls: protocol === 'rediss:' ? {} : undefined,
    connectTimeout: 3000,
  };
  // A producer must fail fast (the outbox keeps the event); a worker must wait for Redis as long as it takes.
  const failFast = { ...connection, maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 3000 };
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection: failFast, prefix: namespace }),
    worker: (name, process, options) =>
      new Worker(name, process, {
        ...options,
        prefix: namespace,
        connection: { ...connection, maxRetriesPerRequest: null },
      }),
  };
}

function postgresBackend(store: QueueStore): QueueBackend {
  const connection = {
    connectionString: store.databaseUrl,
    schema: store.namespace ?? 'bullmq',
    migrate: true,
    max: 3,
    keepAlive: true,
    // A refusal is heard at once; a server with much to do may take longer than that to answer.
    connectionTimeoutMillis: 8000,
    application_name: 'mantianxing-queue',
  };
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection }, createPostgresBackend) as unknown as Queue,
    worker: (name, process, options) =>
      new Worker(name, process, { ...options, connection } as never, createPostgresBackend) as unknown as Worker,
  };
}
