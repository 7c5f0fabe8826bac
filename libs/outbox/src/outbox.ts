import type { Actor, DomainEvent, EventIds, EventName } from '@mantianxing/contracts';

/** What a use case tells the world, written in its own transaction. */
export abstract class Outbox {
  /**
   * Records an event; must run inside `UnitOfWork.run`, so that state and event commit together.
   * `holdSeconds` keeps it from the queue that long (a decision that can still be undone).
   * Answers the event's id.
   */
  abstract record(event: DomainEvent, actor: Actor, options?: { holdSeconds?: number }): Promise<string>;

  /** What the event of `subjectId` that is still held says; null when none is. The last where there are several. */
  abstract held<N extends EventName>(subjectId: string, name: N): Promise<EventIds[N] | null>;

  /**
   * Takes back events of `subjectId` that are still held. Answers how many were still here:
   * 0 means they have left and can no longer be undone.
   */
  abstract withdraw(subjectId: string, name: DomainEvent['name']): Promise<number>;
}
