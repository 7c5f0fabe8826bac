import type { Job, JobName, JobPayloads, QueueName } from '@mantianxing/contracts';

export interface QueueCounts {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

export interface FailedJob {
  queue: QueueName;
  id: string;
  name: string;
  payload: unknown;
  reason: string;
  attempts: number;
  failedAt: Date | null;
}

/** `missing`: the store knows no such job. `finished`: it keeps it as done. */
export type Whereabouts = { state: 'missing' | 'waiting' | 'finished' } | { state: 'failed'; reason: string; attempts: number };

/** What remembers asks where the store may forget them; `JobLedger` of the outbox is one. */
export interface AskLedger {
  ask(jobs: readonly Job[]): Promise<{ job: Job; isSoonAgain: boolean }[]>;
  queued(jobs: readonly Job[]): Promise<void>;
  begin(job: Job): Promise<number | null>;
  done(job: Job, ticket: number): Promise<Job | null>;
  fault(job: Job): Promise<number | null>;
  setAside(job: Job, ticket: number, why: { failure: 'PERMANENT' | 'AWAY' | 'FAULT'; reason: string; attempts: number }): Promise<Job | null>;
}

/** Where jobs wait. Adding is idempotent by id; nothing here knows which store is behind it. */
export abstract class JobQueue {
  /** Where asks are written down; a worker of this queue reads and strikes off there. */
  abstract readonly ledger?: AskLedger;
  /** Adds jobs to their queues. Rejects quickly when the store is away, so that the outbox keeps the events. */
  abstract add(jobs: Job[]): Promise<void>;
  /** Gives the store jobs that are written down already, to be begun after `delayMs`. */
  abstract put(jobs: Job[], delayMs?: number): Promise<void>;
  /** Where each of these is, in their order. */
  abstract whereabouts(jobs: readonly Job[]): Promise<Whereabouts[]>;
  abstract counts(): Promise<Record<QueueName, QueueCounts>>;
  abstract failed(limit: number): Promise<FailedJob[]>;
  /** Puts a failed job back to work; false when it is no longer there. */
  abstract retry(queue: QueueName, id: string): Promise<boolean>;
  /** Rejects when the store does not answer. */
  abstract ping(): Promise<void>;
  abstract close(): Promise<void>;
}

/** One job, one effect. Returns the jobs that follow; they are queued before this one counts as done. */
export abstract class JobHandler<N extends JobName = JobName> {
  abstract readonly name: N;
  abstract handle(payload: JobPayloads[N]): Promise<Job[]>;
}

/** Works one queue off. */
export abstract class JobWorker {
  /** Waits for running jobs, at most `graceMs`; what is left returns to the queue. */
  abstract stop(graceMs: number): Promise<void>;
}
