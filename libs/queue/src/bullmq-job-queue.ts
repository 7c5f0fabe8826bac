import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import {
  ATTEMPTS_WHILE_AWAY,
  QUEUE_OF,
  QUEUES,
  RETRY,
  type Job,
  type QueueName,
} from '@mantianxing/contracts';
import { JobQueue, type FailedJob, type QueueCounts } from './job-queue';
import type { QueueBackend } from './queue-backend';

/** Attempts are set high because the processor itself decides which error may be tried that often. */
function optionsOf(job: Job) {
  const { keepCompleted, keepFailed } = RETRY[QUEUE_OF[job.name]];
  return {
    jobId: job.id,
    attempts: ATTEMPTS_WHILE_AWAY,
    backoff: { type: 'custom' },
    removeOnComplete: keepCompleted,
    removeOnFail: keepFailed,
  };
}

export class BullmqJobQueue extends JobQueue {
  private readonly logger = new Logger('queue');
  private readonly queues: Record<QueueName, Queue>;

  constructor(backend: QueueBackend) {
    super();
    this.queues = Object.fromEntries(QUEUES.map((name) => [name, backend.queue(name)])) as Record<QueueName, Queue>;
    for (const queue of Object.values(this.queues)) {
      queue.on('error', (error) => this.logger.warn(`${queue.name}: ${error.message}`));
    }
  }

  override async add(jobs: Job[]): Promise<void> {
    for (const name of QUEUES) {
      const mine = jobs.filter((job) => QUEUE_OF[job.name] === name);
      if (mine.length === 0) continue;
      await this.queues[name].addBulk(
        mine.map((job) => ({ name: job.name, data: job.payload, opts: optionsOf(job) })),
      );
    }
  }

  override async counts(): Promise<Record<QueueName, QueueCounts>> {
    const entries = await Promise.all(
      QUEUES.map(async (name) => {
        const { waiting, active, delayed, failed, prioritized } = await this.queues[name].getJobCounts();
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
        (await this.queues[queue].getFailed(0, limit - 1)).map((job) => ({
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
    const job = await this.queues[queue].getJob(id);
    if (!job || !(await job.isFailed())) return false;
    await job.retry('failed', { resetAttemptsMade: true } as never);
    return true;
  }

  override async ping(): Promise<void> {
    await this.queues.indexing.getJobCounts('active');
  }

  override async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}
