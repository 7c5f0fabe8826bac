import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { UnrecoverableError, type Job as BullJob, type Worker } from 'bullmq';
import {
  ATTEMPTS_WHILE_AWAY,
  backoffMs,
  PermanentError,
  RETRY,
  UnavailableError,
  type Job,
  type JobName,
  type JobPayloads,
  type QueueName,
  type RetryPolicy,
} from '@mantianxing/contracts';
import { actAs } from '@mantianxing/platform';
import { GATHER_MS } from './bullmq-job-queue';
import { JobWorker, type AskLedger, type JobHandler, type JobQueue } from './job-queue';
import { LOCK_MS, type QueueBackend } from './queue-backend';

/** Connection faults of any client: the part is away, the job itself is sound. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', '57P01', '57P02', '57P03', '08006']);

/** The same faults where the client gives them no code: pg's connection and pool, ioredis. */
const AWAY_WORDS =
  /^Connection terminated|^timeout exceeded when trying to connect|^Connection is closed|^Command timed out|^Stream isn't writeable|^Reached the max retries per request/;

/** Clients wrap what happened: `fetch failed` has the connection's fault as its cause. */
export function isAway(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause instanceof UnavailableError || AWAY.has((cause as { code?: string }).code ?? '') || AWAY_WORDS.test(cause.message)) return true;
  }
  return false;
}

const REOPEN_MS = 1_000;
/** Messages to people share the process with matching, which computes: what people wait for goes before it. */
const PEOPLE: QueueName = 'notifications';
const YIELD_MS = 10;
/** Then matching goes on all the same. */
const YIELD_AT_MOST_MS = 500;
let busyForPeople = 0;

async function peopleFirst(): Promise<void> {
  for (let waited = 0; busyForPeople > 0 && waited < YIELD_AT_MOST_MS; waited += YIELD_MS) await setTimeout(YIELD_MS);
}

interface Verdict {
  cause: Error;
  /** No further try. */
  final: boolean;
  failure: 'PERMANENT' | 'AWAY' | 'FAULT';
}

/** The one processor of a queue: finds the handler by job name, queues what follows, speaks errors to BullMQ. */
export class BullmqJobWorker extends JobWorker {
  private readonly logger: Logger;
  private worker: Worker;
  private stopping = false;
  private readonly handlers: Map<string, JobHandler>;
  private running = 0;

  constructor(
    private readonly queueName: QueueName,
    handlers: JobHandler[],
    private readonly jobs: JobQueue,
    private readonly backend: QueueBackend,
    private readonly lockMs = LOCK_MS,
    private readonly policy: RetryPolicy = RETRY[queueName],
  ) {
    super();
    this.logger = new Logger(queueName);
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
    this.worker = this.open();
  }

  private open(): Worker {
    const { queueName, lockMs } = this;
    const worker = this.backend.worker(queueName, (job) => this.process(job), {
      concurrency: this.policy.concurrency,
      lockDuration: lockMs,
      stalledInterval: Math.max(1000, lockMs / 2),
      // A kill is not the job's fault: a job may be found stalled as often as workers die.
      maxStalledCount: 1000,
      settings: { backoffStrategy: (attempt) => backoffMs(this.policy, attempt) },
    });
    worker.on('error', (error) => this.logger.warn(error.message));
    worker.on('failed', (job, error) => {
      this.logger.warn(`${job?.name} ${job?.id} try ${job?.attemptsMade}: ${error.message}`);
    });
    if (this.backend.kind === 'postgres') worker.waitUntilReady().catch(() => this.openAnew(worker));
    return worker;
  }

  /** BullMQ over PostgreSQL remembers a first connection that failed for ever; such a worker would never take a job. */
  private async openAnew(dead: Worker): Promise<void> {
    dead.close(true).catch(() => undefined);
    await setTimeout(REOPEN_MS, undefined, { ref: false });
    if (!this.stopping) this.worker = this.open();
  }

  private get ledger(): AskLedger | undefined {
    return this.jobs.ledger;
  }

  private async process(job: BullJob): Promise<void> {
    this.running += 1;
    try {
      if (this.queueName !== PEOPLE) await peopleFirst();
      else busyForPeople += 1;
      await this.handle(job);
    } finally {
      this.running -= 1;
      if (this.queueName === PEOPLE) busyForPeople -= 1;
    }
  }

  private async handle(bullJob: BullJob): Promise<void> {
    const job = { name: bullJob.name, id: bullJob.id ?? '', payload: bullJob.data } as Job;
    let ticket: number | null = 0;
    try {
      const handler = this.handlers.get(job.name);
      if (!handler) throw new PermanentError(`no handler for job ${job.name} on queue ${this.queueName}`);
      ticket = this.ledger ? await this.ledger.begin(job) : 0;
      // An earlier run began after this one was asked for.
      if (ticket === null) return;
      const payload = job.payload as JobPayloads[JobName];
      const { eventId } = payload as { eventId?: string };
      const next = await actAs({ via: 'worker', operation: job.name, requestId: job.id, eventId }, () => handler.handle(payload));
      if (next.length > 0) await this.jobs.add(next);
      await this.again(await this.ledger?.done(job, ticket));
    } catch (error) {
      const verdict = await this.verdict(error, job, bullJob);
      if (verdict.final) await this.setAside(job, ticket ?? 0, verdict, bullJob);
      throw verdict.final ? new UnrecoverableError(verdict.cause.message) : verdict.cause;
    }
  }

  /** More was asked for while the job ran: what comes in a burst is then worked off together. */
  private async again(job: Job | null | undefined): Promise<void> {
    if (!job) return;
    await this.jobs.put([job], GATHER_MS);
    await this.ledger?.queued([job]);
  }

  private async setAside(job: Job, ticket: number, { cause, failure }: Verdict, { attemptsMade }: BullJob): Promise<void> {
    try {
      const why = { failure, reason: cause.message, attempts: attemptsMade + 1 };
      await this.again(await this.ledger?.setAside(job, ticket, why));
    } catch (error) {
      // The queue keeps it as failed; the next look at what is pending finds it there.
      this.logger.warn(`${job.id} could not be set down as failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async verdict(error: unknown, job: Job, { attemptsMade }: BullJob): Promise<Verdict> {
    const cause = error instanceof Error ? error : new Error(String(error));
    if (cause instanceof PermanentError) return { cause, final: true, failure: 'PERMANENT' };
    if (isAway(cause)) return { cause, final: attemptsMade + 1 >= ATTEMPTS_WHILE_AWAY, failure: 'AWAY' };
    return { cause, final: (await this.faultsOf(job, attemptsMade + 1)) >= this.policy.attempts, failure: 'FAULT' };
  }

  /** The queue counts tries of every kind; only the ledger knows which of them were the job's own faults. */
  private async faultsOf(job: Job, tries: number): Promise<number> {
    try {
      return (await this.ledger?.fault(job)) ?? tries;
    } catch {
      // Nobody to count: one try more is better than a sound job set aside.
      return 0;
    }
  }

  override async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    const deadline = Date.now() + graceMs;
    await this.worker.pause(true);
    while (this.running > 0 && Date.now() < deadline) await setTimeout(20);
    // Left-over jobs keep their lock until it runs out, then another worker takes them up.
    await this.worker.close(this.running > 0);
  }
}
