import { randomBytes } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { QUEUES } from '@mantianxing/contracts';
import { OutboxFeed } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { BullmqJobWorker, JobQueue, QUEUE_BACKEND, type JobHandler, type QueueBackend } from '@mantianxing/queue';
import { DataSource } from 'typeorm';
import { handlersByQueue } from '../../../apps/matcher-worker/src/handler-registry';
import { Reconcile, type ReconcileReport } from '../../../apps/matcher-worker/src/reconciliation';
import { jobsOf } from '../../../apps/matcher-worker/src/relay/outbox-relay';
import { JOB_HANDLERS } from '../../../apps/matcher-worker/src/worker';
import { workerModule } from '../../../apps/matcher-worker/src/worker.module';
import { freshDatabase } from '../database';
import { waitUntil } from '../wait-until';
import { testEnv, type Market } from './market';

/** The real time, or a while later. */
class LaterClock extends Clock {
  laterMs = 0;
  override now(): Date {
    return new Date(Date.now() + this.laterMs);
  }
}

/** A market whose jobs go through the real queue; the spec says when they are handed over and when worked off. */
export interface QueuedMarket extends Market {
  databaseUrl: string;
  /** What the relay does: every event that may leave has its jobs in the queue afterwards. */
  handOver(): Promise<void>;
  /** Hands over and works off until nothing is left that the queue knows of. */
  workOff(): Promise<void>;
  /** Looks at every promise as if minutes had passed. */
  reconcile(dryRun?: boolean): Promise<ReconcileReport>;
  close(): Promise<void>;
}

export async function openQueuedMarket(redisUrl?: string, smtpUrl?: string): Promise<QueuedMarket> {
  const database = await freshDatabase();
  const clock = new LaterClock();
  const env = { ...testEnv(database.url), DECISION_HOLD_SECONDS: 0, QUIET_HOURS: 'none', REDIS_URL: redisUrl && withDatabase(redisUrl), ...(smtpUrl && { SMTP_URL: smtpUrl }) };
  const app = await Test.createTestingModule({ imports: [workerModule(env) as never] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const dataSource = app.get(DataSource);
  const [jobs, feed] = [app.get(JobQueue), app.get(OutboxFeed)];
  const handOver = async () => {
    while ((await feed.drain(100, (events) => jobs.add(jobsOf(events)))) > 0);
  };

  async function workOff(): Promise<void> {
    const byQueue = handlersByQueue(app.get<JobHandler[]>(JOB_HANDLERS));
    const store = app.get<QueueBackend>(QUEUE_BACKEND);
    const workers = QUEUES.map((queue) => new BullmqJobWorker(queue, byQueue[queue], jobs, store, 2000));
    const isIdle = async () => {
      await handOver();
      return Object.values(await jobs.counts()).every(({ waiting, active, delayed }) => waiting + active + delayed === 0);
    };
    await waitUntil(async () => (await isIdle()) && (await isIdle()), { timeoutMs: 60_000, what: 'the queue to be worked off', everyMs: 50 });
    await Promise.all(workers.map((worker) => worker.stop(3000)));
  }

  async function reconcile(dryRun = false): Promise<ReconcileReport> {
    await dataSource.query(`update outbox.job set queued_at = queued_at - interval '10 minutes', asked_at = asked_at - interval '10 minutes'`);
    clock.laterMs = 600_000;
    try {
      return await app.get(Reconcile).execute({ startedBy: 'COMMAND', dryRun });
    } finally {
      clock.laterMs = 0;
    }
  }

  return {
    ...{ databaseUrl: database.url, handOver, workOff, reconcile },
    get: (door) => app.get(door as never, { strict: false }),
    sql: (text, values = []) => dataSource.query(text, values),
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

/** Redis numbers its databases from 0 to 15: one for each market keeps specs that share a server apart. */
const withDatabase = (url: string): string => (new URL(url).pathname.length > 1 ? url : `${url}/${1 + (randomBytes(1)[0] ?? 0) % 15}`);
