import { Injectable, Logger } from '@nestjs/common';
import { jobOf, PermanentError, type Job, type JobPayloads } from '@mantianxing/contracts';
import { EmbedEntries, Embedder, type EmbeddedKind, type EntryToEmbed } from '@mantianxing/matching';
import { JobHandler } from '@mantianxing/queue';
import { embeddedEvent } from './embed-entry.handler';
import { PublishedEntries } from './published-entries';

const PAGE = 500;
/** Entries a job: one request. */
const BATCH = 32;

/**
 * An embedder newly configured, or another model: published entries get their vectors batch by batch, capabilities
 * first, each job leading to the next; at the end every open scenario is matched again.
 */
@Injectable()
export class EmbedBacklogHandler extends JobHandler<'embed-backlog'> {
  override readonly name = 'embed-backlog';
  private readonly logger = new Logger('embed-backlog');

  constructor(
    private readonly entries: PublishedEntries,
    private readonly embedder: Embedder,
    private readonly embedEntries: EmbedEntries,
  ) {
    super();
  }

  override async handle({ eventId, kind, subjectId }: JobPayloads['embed-backlog']): Promise<Job[]> {
    if (this.embedder.space === '') return [];
    const { batch, lastId } = await this.nextBatch(kind, subjectId === kind ? null : subjectId);
    await this.embed(kind, batch);
    if (lastId !== null) return [jobOf('embed-backlog', { eventId, kind, subjectId: lastId })];
    if (kind === 'capability') return [jobOf('embed-backlog', { eventId, kind: 'scenario', subjectId: 'scenario' })];
    return this.matchAll(eventId);
  }

  /** The next entries without a current vector, and where the following batch begins; null after the last page. */
  private async nextBatch(kind: EmbeddedKind, afterId: string | null) {
    const batch: EntryToEmbed<EmbeddedKind>[] = [];
    for (let from = afterId; ; ) {
      const page = await this.entries.page(kind, from, PAGE);
      const stale = new Set((await this.embedEntries.staleOf(kind, page)).map(({ id }) => id));
      for (const entry of page) {
        if (stale.has(entry.profile.id)) batch.push(entry);
        if (batch.length === BATCH) return { batch, lastId: entry.profile.id };
      }
      from = page[page.length - 1]?.profile.id ?? null;
      if (page.length < PAGE) return { batch, lastId: null };
    }
  }

  /** A text the model refuses must not keep its neighbours waiting. */
  private async embed(kind: EmbeddedKind, batch: readonly EntryToEmbed<EmbeddedKind>[]): Promise<void> {
    try {
      await this.embedEntries.execute(kind, batch);
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      if (batch.length > 1) for (const entry of batch) await this.embed(kind, [entry]);
      else this.logger.warn(`${kind} ${batch[0]?.profile.id}: ${error.message}`);
    }
  }

  private async matchAll(eventId: string): Promise<Job[]> {
    const follow: Job[] = [];
    for (let afterId: string | null = null; ; ) {
      const page = await this.entries.page('scenario', afterId, PAGE);
      for (const { profile, revision } of page) {
        follow.push(jobOf('match-scenario', { eventId: embeddedEvent(eventId), scenarioId: profile.id, revision }));
      }
      if (page.length < PAGE) return follow;
      afterId = page[page.length - 1]?.profile.id ?? null;
    }
  }
}
