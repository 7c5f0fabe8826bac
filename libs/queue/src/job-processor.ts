import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { UnrecoverableError, type Job as BullJob, type Worker } from 'bullmq';
import {
  backoffMs,
  PermanentError,
  RETRY,
  UnavailableError,
  type JobName,
  type JobPayloads,
  type QueueName,
} from '@mantianxing/contracts';
import { actAs } from '@mantianxing/platform';
import { JobWorker, type JobHandler, type JobQueue } from './job-queue';
import { LOCK_MS, type QueueBackend } from './queue-backend';

/** Connection faults of any client: the part is away, the job itself is sound. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', '57P01', '57P02', '57P03', '08006']);

function isAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return error instanceof UnavailableError || (typeof code === 'string' && AWAY.has(code));
}

/** The one processor of a queue: finds the handler by job name, queues what follows, speaks errors to BullMQ. */
export class BullmqJobWorker extends JobWorker {
  private readonly logger: Logger;
  private readonly worker: Worker;
  private readonly handlers: Map<string, JobHandler>;
  private running = 0;

  constructor(
    private readonly queueName: QueueName,
    handlers: JobHandler[],
    private readonly jobs: JobQueue,
    backend: QueueBackend,
    lockMs = LOCK_MS,
  ) {
    super();
    this.logger = new Logger(queueName);
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
    this.worker = backend.worker(queueName, (job) => this.process(job), {
      concurrency: RETRY[queueName].concurrency,
      lockDuration: lockMs,
      stalledInterval: Math.max(1000, lockMs / 2),
      // A kill is not the job's fault: a job may be found stalled as often as workers die.
      maxStalledCount: 1000,
      settings: { backoffStrategy: (attempt) => backoffMs(RETRY[queueName], attempt) },
    });
    this.worker.on('error', (error) => this.logger.warn(error.message));
    this.worker.on('failed', (job, error) => {
      this.logger.warn(`${job?.name} ${job?.id} try ${job?.attemptsMade}: ${error.message}`);
    });
  }

  private async process(job: BullJob): Promise<void> {
    this.running += 1;
    try {
      await this.handle(job);
    } finally {
      this.running -= 1;
    }
  }

  private async handle(job: BullJob): Promise<void> {
    const handler = this.handlers.get(job.name);
    if (!handler) throw new UnrecoverableError(`no handler for job ${job.name} on queue ${this.queueName}`);
    try {
      const payload = job.data as JobPayloads[JobName];
      const { eventId } = payload as { eventId?: string };
      const next = await actAs({ via: 'worker', operation: job.name, requestId: job.id, eventId }, () => handler.handle(payload));
      if (next.length > 0) await this.jobs.add(next);
    } catch (error) {
      throw this.verdict(error, job);
    }
  }

  private verdict(error: unknown, job: BullJob): Error {
    const cause = error instanceof Error ? error : new Error(String(error));
    if (cause instanceof PermanentError) return new UnrecoverableError(cause.message);
    if (isAway(cause) || job.attemptsMade + 1 < RETRY[this.queueName].attempts) return cause;
    return new UnrecoverableError(cause.message);
  }

  override async stop(graceMs: number): Promise<void> {
    const deadline = Date.now() + graceMs;
    await this.worker.pause(true);
    while (this.running > 0 && Date.now() < deadline) await setTimeout(20);
    // Left-over jobs keep their lock until it runs out, then another worker takes them up.
    await this.worker.close(this.running > 0);
  }
}
