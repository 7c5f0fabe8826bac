import { Injectable } from '@nestjs/common';
import { jobOf, type Job, type JobPayloads } from '@mantianxing/contracts';
import { EmbedEntries, Embedder, EmbeddingShelf } from '@mantianxing/matching';
import { JobHandler } from '@mantianxing/queue';
import { PublishedEntries } from './published-entries';

/**
 * Runs beside matching: the pair is scored without the vector first, and again once it is there. While the embedder
 * is away this job waits, and matching goes on. The row decides: what is no longer published loses its vector.
 */
@Injectable()
export class EmbedEntryHandler extends JobHandler<'embed-entry'> {
  override readonly name = 'embed-entry';

  constructor(
    private readonly entries: PublishedEntries,
    private readonly embedder: Embedder,
    private readonly embedEntries: EmbedEntries,
    private readonly shelf: EmbeddingShelf,
  ) {
    super();
  }

  override async handle({ eventId, kind, subjectId, revision }: JobPayloads['embed-entry']): Promise<Job[]> {
    if (this.embedder.space === '') return [];
    const entry = await this.entries.byId(kind, subjectId);
    if (entry) await this.embedEntries.execute(kind, [entry]);
    // Read again: it may have been withdrawn while the embedder was thinking.
    if (!entry || !(await this.entries.byId(kind, subjectId))) {
      await this.shelf.remove(kind, [subjectId]);
      return [];
    }
    // Also where the vector was there: an earlier try may have made it and died before this.
    const again = embeddedEvent(eventId);
    return kind === 'scenario'
      ? [jobOf('match-scenario', { eventId: again, scenarioId: subjectId, revision })]
      : [jobOf('match-capability', { eventId: again, capabilityId: subjectId, revision })];
  }
}

/** The event's first matching run has its id already; the second one needs another, the same at every try. */
export const embeddedEvent = (eventId: string): string => `embedded-${eventId}`;
