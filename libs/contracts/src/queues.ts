export const QUEUES = ['indexing', 'matching', 'notifications'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface RetryPolicy {
  attempts: number;
  /** First pause in milliseconds; doubles each time, with jitter. */
  backoffMs: number;
  /** Upper end of the random share of the pause, 0..1. */
  jitter: number;
  /** How many jobs of each outcome stay for looking at. */
  keepCompleted: number;
  keepFailed: number;
  concurrency: number;
}

/** Attempts span about a day, so an engine that is away for hours is caught up by itself. */
export const RETRY: Record<QueueName, RetryPolicy> = {
  indexing: { attempts: 40, backoffMs: 500, jitter: 0.5, keepCompleted: 200, keepFailed: 5000, concurrency: 4 },
  matching: { attempts: 40, backoffMs: 500, jitter: 0.5, keepCompleted: 200, keepFailed: 5000, concurrency: 2 },
  notifications: { attempts: 40, backoffMs: 500, jitter: 0.5, keepCompleted: 200, keepFailed: 5000, concurrency: 4 },
};
/** No pause between attempts is longer than this, in milliseconds. */
export const LONGEST_BACKOFF_MS = 60 * 60 * 1000;
