import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Retrieval and people's search without an engine of their own: one row an entry, kept current by `rev`. */
export class Search1763800010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table search.entry (
  kind text not null check (kind in ('scenario','capability')),
  id text collate "C" not null,
  revision int not null default 0,
  -- The transaction that wrote the row last: readers ask for what is not older than their snapshot.
  rev xid8 not null default pg_current_xact_id(),
  -- Removed rows stay as tombstones, so that every loaded index learns of the removal.
  removed boolean not null default false,
  -- A scenario for local firms only, or a firm known not to be local: the two never meet.
  bars_local boolean not null default false,
  -- n uint32 term ids (little endian), then n uint8 weights.
  vector bytea not null default '',
  made_by text not null default '',
  words tsvector not null default '',
  shown jsonb not null default '{}',
  sectors text[] not null default '{}',
  units text[] not null default '{}',
  type text not null default '',
  status text not null default '',
  published_at timestamptz,
  changed_at timestamptz not null default now(),
  primary key (kind, id));
create index entry_by_rev on search.entry (kind, rev);
create index entry_words on search.entry using gin (words);
create index entry_newest on search.entry (kind, published_at desc nulls last, id) where not removed;

-- Raised when tombstones are cleared away: a loaded index of an older epoch loads anew.
create table search.epoch (only_row boolean primary key default true check (only_row), epoch int not null);
insert into search.epoch (epoch) values (1);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
