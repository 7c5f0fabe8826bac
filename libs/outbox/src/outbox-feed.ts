import type { EventName, StoredEvent } from '@mantianxing/contracts';

/** The relay's side of the outbox. */
export abstract class OutboxFeed {
  /**
   * Claims up to `limit` due events (skip locked), hands them to `deliver`, and forgets them when it
   * has returned. A throw leaves all of them for the next round, so `deliver` must bear repetition.
   * Answers how many were delivered. With `only`, events of other names are left where they are.
   */
  abstract drain(limit: number, deliver: (events: StoredEvent[]) => Promise<void>, only?: readonly EventName[]): Promise<number>;

  /** How many wait now, and since when the oldest due one waits. */
  abstract backlog(): Promise<{ waiting: number; oldestDueAt: Date | null }>;

  /** Of these subjects, the ones that have an event which has not left yet, held ones among them. */
  abstract waitingSubjects(subjectIds: string[]): Promise<Set<string>>;

  /** Calls `wake` when something was written; answers a function that stops it. */
  abstract onWritten(wake: () => void): Promise<() => Promise<void>>;

  /** Everything recorded about one subject, oldest first. */
  abstract eventsOf(subjectIds: string[]): Promise<StoredEvent[]>;
}
