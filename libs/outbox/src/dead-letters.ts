import type { Actor, Job, QueueName } from '@mantianxing/contracts';
import type { JobFailure } from './job-ledger';

/** 死信: a job set aside after its last try, until a person retries or discards it. */
export interface DeadLetter {
  id: string;
  job: Pick<Job, 'name' | 'payload'>;
  queue: QueueName;
  failure: JobFailure;
  reason: string;
  attempts: number;
  failedAt: Date;
}

/**
 * What people do about dead letters needs PostgreSQL alone: a retry is asked for here, and the worker gives the job back to
 * the queue, at once or when both are there again. Every verdict is kept with its person and reason.
 */
export abstract class DeadLetters {
  /** Newest first. */
  abstract list(limit: number): Promise<{ total: number; items: DeadLetter[] }>;
  /** False when it is there no longer: somebody was quicker. */
  abstract retry(actor: Actor, id: string): Promise<boolean>;
  /** Answers how many. */
  abstract retryAll(actor: Actor): Promise<number>;
  /** The work is not done and will not be, unless it is asked for anew. False when it is there no longer. */
  abstract discard(actor: Actor, id: string, reason: string): Promise<boolean>;
}
