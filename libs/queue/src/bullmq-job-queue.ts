import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import {
  ATTEMPTS_WHILE_AWAY,
  QUEUE_OF,
  QUEUES,
  RETRY,
  UnavailableError,
  type Job,
  type QueueName,
} from '@mantianxing/contracts';
import { JobQueue, type AskLedger, type FailedJob, type QueueCounts, type Whereabouts } from './job-queue';
import type { QueueBackend } from './queue-backend';

/** How long asks for work that was done a moment ago are gathered, in milliseconds. */
export const GATHER_MS = 1_000;
/** Questions to the store at the same time. */
const AT_ONCE = 50;
/** BullMQ waits for ever for a Redis that has never answered, and whoever asks may hold a transaction, in milliseconds. */
const FIRST_ANSWER_MS = 5_000;

/** Attempts are set high because the processor itself decides which error may be tried that often. */
function optionsOf(job: Job, delayMs: number) {
  const { keepCompleted, keepFailed } = RETRY[QUEUE_OF[job.name]];
  return {
    jobId: job.id,
    attempts: ATTEMPTS_WHILE_AWAY,
    backoff: { type: 'custom' },
    ...(delayMs > 0 && { delay: delayMs }),
    removeOnComplete: keepCompleted,
    removeOnFail: keepFailed,
  };
}

export class BullmqJobQueue extends JobQueue {
  private readonly logger = new Logger('queue');
  private readonly queues: Record<QueueName, Queue>;

  /** With a ledger, what is added is written down before the store hears of it. */
  constructor(
    private readonly backend: QueueBackend,
    override readonly ledger?: AskLedger,
  ) {
    super();
    this.queues = Object.fromEntries(QUEUES.map((name) => [name, this.open(name)])) as Record<QueueName, Queue>;
  }

  private open(name: QueueName): Queue {
    const queue = this.backend.queue(name);
    queue.on('error', (error) => this.logger.warn(`${name}: ${error.message}`));
    return queue;
  }

  /**
   * The queue once its store answers. BullMQ remembers a first connection that broke for ever: then it is opened anew.
   * @throws UnavailableError for a store that has not answered since the queue was opened
   */
  private async queue(name: QueueName): Promise<Queue> {
    const queue = this.queues[name];
    try {
      await firstAnswer(queue);
      return queue;
    } catch (error) {
      // ioredis itself goes on trying one that is merely silent.
      if (error instanceof UnavailableError) throw error;
      if (this.queues[name] === queue) this.queues[name] = this.open(name);
      queue.close().catch(() => undefined);
      throw error;
    }
  }

  override async add(jobs: Job[]): Promise<void> {
    if (!this.ledger) return this.put(jobs);
    const due = await this.ledger.ask(jobs);
    await this.put(due.filter(({ isSoonAgain }) => !isSoonAgain).map(({ job }) => job));
    await this.put(due.filter(({ isSoonAgain }) => isSoonAgain).map(({ job }) => job), GATHER_MS);
    await this.ledger.queued(due.map(({ job }) => job));
  }

  override async put(jobs: Job[], delayMs = 0): Promise<void> {
    for (const name of QUEUES) {
      const mine = jobs.filter((job) => QUEUE_OF[job.name] === name);
      if (mine.length === 0) continue;
      await (await this.queue(name)).addBulk(
        mine.map((job) => ({ name: job.name, data: job.payload, opts: optionsOf(job, delayMs) })),
      );
    }
  }

  override async whereabouts(jobs: readonly Job[]): Promise<Whereabouts[]> {
    const found: Whereabouts[] = [];
    for (let i = 0; i < jobs.length; i += AT_ONCE) {
      found.push(...(await Promise.all(jobs.slice(i, i + AT_ONCE).map((job) => this.find(job)))));
    }
    return found;
  }

  private async find({ name, id }: Job): Promise<Whereabouts> {
    const queue = await this.queue(QUEUE_OF[name]);
    const state = await queue.getJobState(id);
    if (state === 'unknown') return { state: 'missing' };
    if (state === 'completed') return { state: 'finished' };
    if (state !== 'failed') return { state: 'waiting' };
    const job = await queue.getJob(id);
    return { state: 'failed', reason: job?.failedReason ?? '', attempts: job?.attemptsMade ?? 0 };
  }

  override async counts(): Promise<Record<QueueName, QueueCounts>> {
    const entries = await Promise.all(
      QUEUES.map(async (name) => {
        const { waiting, active, delayed, failed, prioritized } = await (await this.queue(name)).getJobCounts();
        const counts = {
          waiting: (waiting ?? 0) + (prioritized ?? 0),
          active: active ?? 0,
          delayed: delayed ?? 0,
          failed: failed ?? 0,
        };
        return [name, counts] as const;
      }),
    );
    return Object.fromEntries(entries) as Record<QueueName, QueueCounts>;
  }

  override async failed(limit: number): Promise<FailedJob[]> {
    const lists = await Promise.all(
      QUEUES.map(async (queue) =>
        (await (await this.queue(queue)).getFailed(0, limit - 1)).map((job) => ({
          queue,
          id: job.id ?? '',
          name: job.name,
          payload: job.data as unknown,
          reason: job.failedReason ?? '',
          attempts: job.attemptsMade,
          failedAt: job.finishedOn ? new Date(job.finishedOn) : null,
        })),
      ),
    );
    return lists.flat().slice(0, limit);
  }

  override async retry(queue: QueueName, id: string): Promise<boolean> {
    const job = await (await this.queue(queue)).getJob(id);
    if (!job || !(await job.isFailed())) return false;
    await job.retry('failed', { resetAttemptsMade: true } as never);
    return true;
  }

  override async ping(): Promise<void> {
    await (await this.queue('indexing')).getJobCounts('active');
  }

  override async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}

async function firstAnswer(queue: Queue): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new UnavailableError('the job store has not answered yet')), FIRST_ANSWER_MS);
  });
  await Promise.race([queue.waitUntilReady(), silence]).finally(() => clearTimeout(timer));
}
