import type { EntryKind } from './documents/entry-kind';
import type { DocumentOf } from './search-index';

/** Where a rebuild reads the truth; an app implements it over its readers. Only entries that may be indexed. */
export interface RebuildSource<K extends EntryKind> {
  kind: K;
  /** Entries a page; 1,000 where not said. */
  pageSize?: number;
  /** Entries with an id above `afterId` (null: from the start), by id; fewer than `limit` ends the reading. */
  page(afterId: string | null, limit: number): Promise<DocumentOf[K][]>;
  /** The entries as they are now; one that is left out must not be found. */
  byIds(ids: string[]): Promise<DocumentOf[K][]>;
}

export interface RebuildReport {
  kind: EntryKind;
  written: number;
  /** Entries that changed while the index was being rebuilt, and were brought forward. */
  replayed: number;
  milliseconds: number;
}

/**
 * Makes an index anew from the truth while it goes on answering and taking writes: what is found before is the old
 * copy, after it the new one, and no write in between is lost.
 * @throws when the counts do not agree or the engine is away; the old copy then still stands.
 */
export abstract class IndexRebuilder {
  abstract rebuild<K extends EntryKind>(source: RebuildSource<K>): Promise<RebuildReport>;
}

const USUAL_PAGE = 1000;

export async function* pagesOf<K extends EntryKind>(source: RebuildSource<K>): AsyncGenerator<DocumentOf[K][]> {
  const pageSize = source.pageSize ?? USUAL_PAGE;
  for (let afterId: string | null = null; ; ) {
    const page: DocumentOf[K][] = await source.page(afterId, pageSize);
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    afterId = page[page.length - 1]?.id ?? null;
  }
}
