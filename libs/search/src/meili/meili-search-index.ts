import type { EntryKind } from '../documents/entry-kind';
import type { MatcherNow } from '../entry-vector';
import { type DocumentOf, type SearchHealth, SearchIndex } from '../search-index';
import { journalNote } from './change-journal';
import { INDEX_USES, type IndexUse } from './index-names';
import { isMissing, type MeiliClient } from './meili-client';
import { type MeiliRecord, meiliRecord } from './meili-documents';
import type { MeiliSchema } from './meili-schema';

/** Documents a request, so that the note of their ids, which travels in the address, stays short. */
const AT_ONCE = 100;
/** Ids a page; the engine's own limit is a thousand by default for searches, not for documents. */
const LISTED_AT_ONCE = 5_000;

/** Writes to the matching and the people's index of a kind, and waits until both have it. */
export class MeiliSearchIndex extends SearchIndex {
  constructor(
    private readonly client: MeiliClient,
    private readonly schema: MeiliSchema,
    private readonly matcher: MatcherNow,
  ) {
    super();
  }

  override async put<K extends EntryKind>(kind: K, documents: readonly DocumentOf[K][]): Promise<void> {
    await this.prepared(async () => {
      const batches = Array.from({ length: Math.ceil(documents.length / AT_ONCE) }, (_, i) => documents.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
      const tasks = batches.flatMap((batch) =>
        INDEX_USES.map((use) => {
          const records = batch.map((document) => meiliRecord(use, kind, document, this.matcher()));
          const customMetadata = journalNote(batch.map(({ id }) => id));
          return this.client.api.index<MeiliRecord>(this.schema.liveName(use, kind)).addDocuments(records, { customMetadata, primaryKey: 'id' });
        }),
      );
      await this.client.done(...tasks);
    });
  }

  override async remove(kind: EntryKind, ids: readonly string[]): Promise<void> {
    await this.prepared(async () => {
      for (let i = 0; i < ids.length; i += AT_ONCE) {
        const some = ids.slice(i, i + AT_ONCE);
        const tasks = INDEX_USES.map((use) =>
          this.client.api.index(this.schema.liveName(use, kind)).deleteDocuments([...some], { customMetadata: journalNote(some) }),
        );
        await this.client.done(...tasks);
      }
    });
  }

  override async ready(): Promise<SearchHealth> {
    try {
      await this.client.api.health();
      return { up: true, engine: 'meilisearch', note: '', stale: await this.schema.staleKinds() };
    } catch {
      return { up: false, engine: 'meilisearch', note: '检索引擎暂时联系不上', stale: [] };
    }
  }

  override async count(kind: EntryKind): Promise<number> {
    const uid = this.schema.liveName('matching', kind);
    return (await this.client.orMissing(() => this.client.api.index(uid).getStats()))?.numberOfDocuments ?? 0;
  }

  override async listing(kind: EntryKind): Promise<Map<string, number>> {
    const people = await this.records<{ id: string }>('people', kind, ['id']);
    const shown = new Set(people.map(({ id }) => id));
    const matched = await this.records<{ id: string; revision: number }>('matching', kind, ['id', 'revision']);
    return new Map(matched.filter(({ id }) => shown.has(id)).map(({ id, revision }) => [id, revision]));
  }

  private async records<T extends object>(use: IndexUse, kind: EntryKind, fields: Extract<keyof T, string>[]): Promise<T[]> {
    const index = this.client.api.index(this.schema.liveName(use, kind));
    const found: T[] = [];
    for (;;) {
      const page = await this.client.orMissing(() => index.getDocuments({ fields, limit: LISTED_AT_ONCE, offset: found.length }));
      found.push(...((page?.results ?? []) as unknown as T[]));
      if (!page || found.length >= page.total || page.results.length === 0) return found;
    }
  }

  override async revisionOf(kind: EntryKind, id: string): Promise<number | undefined> {
    const index = this.client.api.index<MeiliRecord>(this.schema.liveName('matching', kind));
    const found = await this.client.orMissing(() => index.getDocument<{ revision: number }>(id, { fields: ['revision'] }));
    return found?.revision;
  }

  private async prepared(write: () => Promise<void>): Promise<void> {
    await this.schema.prepare();
    try {
      await write();
    } catch (error) {
      if (isMissing(error)) this.schema.forget();
      throw error;
    }
  }
}
