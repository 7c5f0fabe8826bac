import type { Sql } from './sql';
import { bringForward } from '../bring-forward';
import type { EntryKind } from '../documents/entry-kind';
import type { MatcherNow } from '../entry-vector';
import { IndexRebuilder, pagesOf, type RebuildReport, type RebuildSource } from '../index-rebuilder';
import { entryRow } from './entry-row';
import { EntryTable } from './entry-table';
import { EmbeddedSearchIndex } from './embedded-search-index';

/**
 * Rewrites rows in place. Only rows that nobody has written since the rebuild began are touched, so a page read
 * before a change cannot undo it; rows that others have written meanwhile are then brought forward one by one.
 */
export class EmbeddedIndexRebuilder extends IndexRebuilder {
  private readonly table: EntryTable;
  private readonly index: EmbeddedSearchIndex;

  constructor(
    db: Sql,
    private readonly matcher: MatcherNow,
  ) {
    super();
    this.table = new EntryTable(db);
    this.index = new EmbeddedSearchIndex(db, matcher);
  }

  override async rebuild<K extends EntryKind>(source: RebuildSource<K>): Promise<RebuildReport> {
    const began = performance.now();
    const { next: since } = await this.table.start();
    const written = new Set<string>();
    for await (const page of pagesOf(source)) {
      const rows = page.map((document) => entryRow(source.kind, document, this.matcher()));
      for (const id of await this.table.write(source.kind, rows, since)) written.add(id);
    }
    await this.table.removeOlderThan(source.kind, since);
    const changed = (await this.table.writtenSince(source.kind, since)).filter((id) => !written.has(id));
    await bringForward(source, this.index, changed);
    await this.table.clearTombstones();
    return { kind: source.kind, written: written.size, replayed: changed.length, milliseconds: Math.round(performance.now() - began) };
  }
}
