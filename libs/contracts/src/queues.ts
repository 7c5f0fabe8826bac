export const QUEUES = ['indexing', 'matching', 'notifications', 'embedding'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface RetryPolicy {
  /** Tries before a job that fails by itself is set aside for a person. */
  attempts: number;
  /** First pause in milliseconds; doubles each time up to `LONGEST_BACKOFF_MS`, with jitter. */
  backoffMs: number;
  /** Share of the pause that is random, 0..1. */
  jitter: number;
  /** How many jobs of each outcome stay for looking at. */
  keepCompleted: number;
  keepFailed: number;
  concurrency: number;
}

export const RETRY: Record<QueueName, RetryPolicy> = {
  indexing: { attempts: 12, backoffMs: 300, jitter: 0.5, keepCompleted: 200, keepFailed: 5000, concurrency: 4 },
  matching: { attempts: 12, backoffMs: 300, jitter: 0.5, keepCompleted: 200, keepFailed: 5000, concurrency: 2 },
  notifications: { attempts: 12, backoffMs: 300, jitter: 0.5, keepCompleted: 200, keepFailed: 5000, concurrency: 4 },
  // A queue of its own: an embedder that hangs must not take matching's places.
  embedding: { attempts: 12, backoffMs: 1000, jitter: 0.5, keepCompleted: 200, keepFailed: 1000, concurrency: 2 },
};

/** No pause is longer, in milliseconds: when a part returns, waiting jobs go on within half a minute. */
export const LONGEST_BACKOFF_MS = 30_000;
/** Tries while a part is away (`UnavailableError`): a little over a day at the longest pause. */
export const ATTEMPTS_WHILE_AWAY = 3000;

/** Pause before try `attempt` + 1, in milliseconds. */
export function backoffMs(policy: RetryPolicy, attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_BACKOFF_MS, policy.backoffMs * 2 ** Math.max(0, attempt - 1));
  return Math.round(full * (1 - policy.jitter * random()));
}
