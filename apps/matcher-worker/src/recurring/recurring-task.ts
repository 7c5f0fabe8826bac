/**
 * Work that comes round by the clock (sweeps, digests, reconciliation, retention). It needs PostgreSQL alone: what
 * has to reach a queue is written to the outbox. Runs in one worker at a time; a worker that dies in the middle is
 * followed by another one, so `run` must bear being begun anew.
 */
export abstract class RecurringTask {
  /** Its key in `recurring.task`, as `verb-noun`. */
  abstract readonly name: string;
  /** From the end of one run to the next. */
  abstract readonly everySeconds: number;
  /** Answers how many things it saw to: shown on the status page, and logged when it is not 0. */
  abstract run(now: Date): Promise<number>;
}

/** All tasks the worker runs; a list so that the registry stays in one place. */
export const RECURRING_TASKS = Symbol('RECURRING_TASKS');
