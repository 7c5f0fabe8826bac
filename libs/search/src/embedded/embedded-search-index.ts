import type { Sql } from './sql';
import { ENTRY_KINDS, type EntryKind } from '../documents/entry-kind';
import type { MatcherNow } from '../entry-vector';
import { type DocumentOf, type SearchHealth, SearchIndex } from '../search-index';
import { entryRow } from './entry-row';
import { EntryTable } from './entry-table';

/** The durable form of retrieval and of people's search, where PostgreSQL does both. */
export class EmbeddedSearchIndex extends SearchIndex {
  private readonly table: EntryTable;

  constructor(
    private readonly db: Sql,
    private readonly matcher: MatcherNow,
  ) {
    super();
    this.table = new EntryTable(db);
  }

  override async put<K extends EntryKind>(kind: K, documents: readonly DocumentOf[K][]): Promise<void> {
    const matcher = this.matcher();
    await this.table.write(kind, documents.map((document) => entryRow(kind, document, matcher)));
  }

  override async remove(kind: EntryKind, ids: readonly string[]): Promise<void> {
    await this.table.remove(kind, ids);
  }

  override async ready(): Promise<SearchHealth> {
    try {
      const rows: { kind: EntryKind }[] = await this.db.query(
        'select k.kind from unnest($1::text[]) as k (kind) where exists (select 1 from search.entry e where e.kind = k.kind and not removed and made_by <> $2)',
        [ENTRY_KINDS, this.matcher().version],
      );
      return { up: true, engine: 'embedded', note: '', stale: rows.map(({ kind }) => kind) };
    } catch {
      return { up: false, engine: 'embedded', note: '数据库暂时联系不上', stale: [] };
    }
  }

  override async count(kind: EntryKind): Promise<number> {
    const [row] = await this.db.query<[{ n: number }]>('select count(*)::int as n from search.entry where kind = $1 and not removed', [kind]);
    return row.n;
  }

  override async listing(kind: EntryKind): Promise<Map<string, number>> {
    const rows: { id: string; revision: number }[] = await this.db.query('select id, revision from search.entry where kind = $1 and not removed', [kind]);
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  }

  override async revisionOf(kind: EntryKind, id: string): Promise<number | undefined> {
    const [row] = await this.db.query<[{ revision: number }?]>('select revision from search.entry where kind = $1 and id = $2 and not removed', [kind, id]);
    return row?.revision;
  }
}
