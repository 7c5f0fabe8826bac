import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff add to, and take out of, the thesaurus that comes with the product. Every change is a version. */
export class Thesaurus1763800040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table matching.thesaurus_version (
  id int primary key generated always as identity,
  change text not null check (change in ('ADDED','RETIRED','RESTORED')),
  name text not null,
  note text not null default '',
  -- The data files in force at that moment, so that the whole edition can be had again.
  built_in text not null,
  created_by uuid not null references account.account,
  created_by_name text not null,
  created_at timestamptz not null default now());
create trigger frozen before update or delete on matching.thesaurus_version for each row execute function public.refuse_change();

-- In force from from_version on and before to_version; the line is written as in the data files.
create table matching.thesaurus_entry (
  id int primary key generated always as identity,
  name text not null,
  line text not null,
  from_version int not null references matching.thesaurus_version,
  to_version int references matching.thesaurus_version check (to_version > from_version),
  created_by uuid not null references account.account,
  retired_by uuid references account.account,
  check ((to_version is null) = (retired_by is null)));
create unique index one_entry_in_force on matching.thesaurus_entry (name) where to_version is null;

-- Concepts of the data files that rest from from_version on and before to_version.
create table matching.thesaurus_retired (
  id int primary key generated always as identity,
  name text not null,
  from_version int not null references matching.thesaurus_version,
  to_version int references matching.thesaurus_version check (to_version > from_version),
  retired_by uuid not null references account.account,
  restored_by uuid references account.account,
  check ((to_version is null) = (restored_by is null)));
create unique index retired_once on matching.thesaurus_retired (name) where to_version is null;

-- A span is closed once and changes in nothing else.
create function matching.close_span_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.to_version is not null or new.to_version is null
     or (to_jsonb(new) - array['to_version','retired_by','restored_by']) <> (to_jsonb(old) - array['to_version','retired_by','restored_by'])
  then raise exception 'append-only: %.%', tg_table_schema, tg_table_name using errcode = '23001'; end if;
  return new;
end $$;
create trigger closed_once before update or delete on matching.thesaurus_entry for each row execute function matching.close_span_once();
create trigger closed_once before update or delete on matching.thesaurus_retired for each row execute function matching.close_span_once();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
