import type { Sql } from './sql';
import type { EntryKind } from '../documents/entry-kind';
import type { EntryRow } from './entry-row';

/** A row as a loaded index reads it. */
export interface ChangedEntry {
  id: string;
  rev: string;
  removed: boolean;
  bars_local: boolean;
  vector: Buffer;
}

export interface EntryChanges {
  /** Ask for changes from here the next time. */
  next: string;
  epoch: number;
  entries: ChangedEntry[];
}

const ROWS_A_STATEMENT = 500;

/**
 * The statements over `search.entry`. pg 8.23 garbles bytea in binary mode, so vectors come as text (the default).
 * `rev` is the writing transaction: what a snapshot did not see yet is never older than its xmin, so nothing is missed
 * and some things are delivered twice.
 */
export class EntryTable {
  constructor(private readonly db: Sql) {}

  /** `olderThan`: leave rows alone that were written since. Answers the ids written. */
  async write(kind: EntryKind, rows: readonly EntryRow[], olderThan?: string): Promise<string[]> {
    // In the order of ids, so that two writers cannot lock each other out; of two rows with one id the last stands.
    const sorted = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const written: string[] = [];
    for (let i = 0; i < sorted.length; i += ROWS_A_STATEMENT) {
      const batch = JSON.stringify(sorted.slice(i, i + ROWS_A_STATEMENT));
      const ids: { id: string }[] = await this.db.query(WRITE, [kind, batch, olderThan ?? null]);
      written.push(...ids.map(({ id }) => id));
    }
    return written;
  }

  async remove(kind: EntryKind, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.db.query(REMOVE, [kind, [...new Set(ids)].sort()]);
  }

  async removeOlderThan(kind: EntryKind, rev: string): Promise<number> {
    // TypeORM answers an update with its rows and their number.
    const [, gone] = await this.db.query<[unknown[], number]>(`${EMPTY} where kind = $1 and not removed and rev < $2::xid8`, [kind, rev]);
    return gone;
  }

  async writtenSince(kind: EntryKind, rev: string): Promise<string[]> {
    const rows: { id: string }[] = await this.db.query('select id from search.entry where kind = $1 and rev >= $2::xid8', [kind, rev]);
    return rows.map(({ id }) => id);
  }

  async start(): Promise<{ next: string; epoch: number }> {
    const [row] = await this.db.query<[{ next: string; epoch: number }]>('select pg_snapshot_xmin(pg_current_snapshot())::text as next, epoch from search.epoch');
    return row;
  }

  async page(kind: EntryKind, afterId: string, limit: number): Promise<ChangedEntry[]> {
    return this.db.query(
      `select id, rev::text as rev, removed, bars_local, vector from search.entry
       where kind = $1 and id > $2 and not removed order by id limit $3`,
      [kind, afterId, limit],
    );
  }

  async changesSince(kind: EntryKind, rev: string): Promise<EntryChanges> {
    const rows: (ChangedEntry & { next: string; epoch: number })[] = await this.db.query(CHANGES, [kind, rev]);
    const { next, epoch } = rows[0] as { next: string; epoch: number };
    return { next, epoch, entries: rows.filter(({ id }) => id !== null) };
  }

  /** Forgets removals older than a day; indexes loaded before then load anew. */
  async clearTombstones(): Promise<void> {
    await this.db.query(`
      with gone as (delete from search.entry where removed and changed_at < now() - interval '1 day' returning 1)
      update search.epoch set epoch = epoch + 1 where exists (select 1 from gone)`);
  }
}

const WRITE = `
insert into search.entry as e (kind, id, revision, bars_local, vector, made_by, words, shown, sectors, units, type, status, published_at)
select $1, r.id, r.revision, r.bars_local, decode(r.vector, 'base64'), r.made_by, r.words::tsvector, r.shown, r.sectors, r.units,
  r.type, r.status, r.published_at
from jsonb_to_recordset($2::jsonb) as r (id text, revision int, bars_local boolean, vector text, made_by text, words text,
  shown jsonb, sectors text[], units text[], type text, status text, published_at timestamptz)
on conflict (kind, id) do update set (revision, rev, removed, bars_local, vector, made_by, words, shown, sectors, units, type,
  status, published_at, changed_at) = (excluded.revision, pg_current_xact_id(), false, excluded.bars_local, excluded.vector,
  excluded.made_by, excluded.words, excluded.shown, excluded.sectors, excluded.units, excluded.type, excluded.status,
  excluded.published_at, now())
where $3::text is null or e.rev < $3::text::xid8
returning e.id`;

const EMPTY = `
update search.entry set removed = true, rev = pg_current_xact_id(), vector = '', words = '', shown = '{}', sectors = '{}',
  units = '{}', status = '', published_at = null, changed_at = now()`;

const REMOVE = `
insert into search.entry (kind, id, removed) select $1, id, true from unnest($2::text[]) as id
on conflict (kind, id) do update set removed = true, rev = pg_current_xact_id(), vector = '', words = '', shown = '{}',
  sectors = '{}', units = '{}', status = '', published_at = null, changed_at = now()`;

const CHANGES = `
select pg_snapshot_xmin(pg_current_snapshot())::text as next, p.epoch, e.id, e.rev::text as rev, e.removed, e.bars_local, e.vector
from search.epoch p left join search.entry e on e.kind = $1 and e.rev >= $2::text::xid8`;
