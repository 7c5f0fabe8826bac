import type { StoredEvent } from '@mantianxing/contracts';

/** The relay's side of the outbox. */
export abstract class OutboxFeed {
  /**
   * Claims up to `limit` due events (skip locked), hands them to `deliver`, and forgets them when it
   * has returned. A throw leaves all of them for the next round, so `deliver` must bear repetition.
   * Answers how many were delivered.
   */
  abstract drain(limit: number, deliver: (events: StoredEvent[]) => Promise<void>): Promise<number>;

  /** How many wait now, and since when the oldest due one waits. */
  abstract backlog(): Promise<{ waiting: number; oldestDueAt: Date | null }>;

  /** Calls `wake` when something was written; answers a function that stops it. */
  abstract onWritten(wake: () => void): Promise<() => Promise<void>>;

  /** Everything recorded about one subject, oldest first. */
  abstract eventsOf(subjectIds: string[]): Promise<StoredEvent[]>;
}
