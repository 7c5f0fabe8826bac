import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueName } from '@mantianxing/contracts';
import { BullmqJobQueue, queueBackend, type FailedJob, type QueueCounts } from '@mantianxing/queue';
import type { Stack } from './stack';

/** What is still under way. Neither jobs nor deliveries can be counted over HTTP, so the stores are asked. */
export interface Underway {
  eventsDue: number;
  jobs: number;
  deliveriesOpen: number;
}

export interface QuietResult {
  quiet: boolean;
  tookMs: number;
  last: Underway;
  failedJobs: FailedJob[];
  queues: Record<QueueName, QueueCounts> | undefined;
}

/** So many looks in a row, a second apart, must find nothing: a relay may be between two steps. */
const LOOKS = 4;

/** Waits until nothing is under way any more, at most `withinMs`. */
export async function untilQuiet(stack: Stack, withinMs: number): Promise<QuietResult> {
  const jobs = new BullmqJobQueue(queueBackend({ redisUrl: stack.redis?.url, databaseUrl: stack.postgres.url }));
  const began = Date.now();
  let last: Underway = { eventsDue: -1, jobs: -1, deliveriesOpen: -1 };
  let queues: Record<QueueName, QueueCounts> | undefined;
  try {
    for (let calm = 0; Date.now() - began < withinMs; ) {
      queues = await jobs.counts();
      last = await underway(stack, queues);
      calm = last.eventsDue + last.jobs + last.deliveriesOpen === 0 ? calm + 1 : 0;
      if (calm === LOOKS) return { quiet: true, tookMs: Date.now() - began, last, queues, failedJobs: await jobs.failed(1000) };
      await sleep(1000);
    }
    return { quiet: false, tookMs: Date.now() - began, last, queues, failedJobs: await jobs.failed(1000) };
  } finally {
    await jobs.close();
  }
}

/** Deliveries held back on purpose (FAILED, or for later) are nobody's work now. */
async function underway(stack: Stack, queues: Record<QueueName, QueueCounts>): Promise<Underway> {
  const [row] = await stack.postgres.query<{ events: number; deliveries: number }>(
    `select (select count(*)::int from outbox.dispatch) as events,
            (select count(*)::int from notification.delivery where status in ('DUE', 'SENDING', 'RETRY')) as deliveries`,
  );
  const jobs = Object.values(queues).reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0);
  return { eventsDue: row?.events ?? 0, jobs, deliveriesOpen: row?.deliveries ?? 0 };
}
