import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what, when and from where; before and after by field. Append-only, chained by the sealer (libs/audit). */
export class Audit1763900400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema audit;
revoke all on schema audit from public;

create table audit.entry (
  id uuid primary key default uuidv7(),
  at timestamptz not null default clock_timestamp(),
  -- Entries of one transaction belong together.
  transaction_id xid8 not null default pg_current_xact_id(),
  -- portal, publishing, directory, worker, command; 'unnamed': one of ours without a request; 'direct': not one of ours.
  via text not null,
  operation text not null default '',
  account_id uuid,
  roles text[] not null default '{}',
  organization_ids uuid[] not null default '{}',
  address text not null default '',
  agent text not null default '',
  request_id text not null default '',
  event_id text not null default '',
  action text not null,
  subject_kind text not null,
  subject_id text not null default '',
  -- { field: [before, after] }, or { field: "*" } where only the field's name may be told.
  changes jsonb not null default '{}',
  -- Place in the chain, given within a second of the commit; gapless, in the order of sealing.
  position bigint check (position > 0),
  hash bytea check (length(hash) = 32),
  check ((position is null) = (hash is null)));
create unique index entry_position on audit.entry (position) where position is not null;
create index entry_unsealed on audit.entry (id) where position is null;
create index entry_of_account on audit.entry (account_id, id) where account_id is not null;
create index entry_of_subject on audit.entry (subject_id, id);

-- What the sealer had done by when: the last place it gave and the hash there.
create table audit.seal (
  last_position bigint primary key,
  hash bytea not null check (length(hash) = 32),
  entries int not null check (entries > 0),
  sealed_at timestamptz not null default clock_timestamp());

-- Entries past their time, removed whole from the oldest on. The chain is taken up again at last_hash.
create table audit.segment (
  first_position bigint primary key,
  last_position bigint not null unique check (last_position >= first_position),
  previous_hash bytea not null check (length(previous_hash) = 32),
  last_hash bytea not null check (length(last_hash) = 32),
  last_at timestamptz not null,
  removed_at timestamptz not null default now(),
  constraint kept_180_days check (last_at < removed_at - interval '180 days'));

-- Sealing fills in place and hash once; removal must be covered by a segment. Everything else is refused.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from audit.segment s where old.position between s.first_position and s.last_position) then return old; end if;
  elsif tg_op = 'UPDATE' then
    if old.position is null and new.position is not null
       and (to_jsonb(new) - array['position','hash']) = (to_jsonb(old) - array['position','hash']) then return new; end if;
  end if;
  raise exception 'append-only: %.%', tg_table_schema, tg_table_name using errcode = '23001';
end $$;
create function audit.refuse_seal_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select from audit.segment s where old.last_position between s.first_position and s.last_position)
  then return old; end if;
  raise exception 'append-only: %.%', tg_table_schema, tg_table_name using errcode = '23001';
end $$;
create trigger frozen before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger frozen before update or delete on audit.seal for each row execute function audit.refuse_seal_change();
create trigger frozen before update or delete on audit.segment for each row execute function public.refuse_change();
create trigger never_emptied before truncate on audit.entry for each statement execute function public.refuse_change();
create trigger never_emptied before truncate on audit.seal for each statement execute function public.refuse_change();
create trigger never_emptied before truncate on audit.segment for each statement execute function public.refuse_change();
revoke all on audit.entry, audit.seal, audit.segment from public;
revoke update on audit.entry, audit.seal, audit.segment from current_user;
revoke delete on audit.segment from current_user;
grant update (position, hash) on audit.entry to current_user;

-- On whose behalf this transaction writes; the unit of work says so. Nobody said: a stray write of ours, or a stranger's.
create function audit.acting() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('mantianxing.acting', true), '')::jsonb,
    case when current_setting('application_name') = 'mantianxing' then jsonb_build_object('via', 'unnamed')
    else jsonb_build_object('via', 'direct', 'operation', session_user,
      'address', coalesce(host(inet_client_addr()), ''), 'agent', left(current_setting('application_name'), 200)) end) $$;

-- A value as the log keeps it: long texts cut, and anything that reads like a mobile number or an e-mail address left out.
create function audit.told(value jsonb) returns jsonb language sql immutable as $$
  select case
    when jsonb_typeof(value) in ('number','boolean','null') then value
    when value::text ~ '(?<![0-9a-f])1[3-9][0-9]{9}(?![0-9a-f])|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+[.][A-Za-z]' then '"*"'::jsonb
    when length(value::text) > 600 then to_jsonb(left(value::text, 500) || '…')
    else value end $$;

create function audit.record(action text, subject_kind text, subject_id text, changes jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare who jsonb := audit.acting();
begin
  insert into audit.entry (via, operation, account_id, roles, organization_ids, address, agent, request_id, event_id,
    action, subject_kind, subject_id, changes)
  values (coalesce(who->>'via', 'unnamed'), coalesce(who->>'operation', ''), (who->>'accountId')::uuid,
    coalesce(array(select jsonb_array_elements_text(who->'roles')), '{}'),
    coalesce(array(select jsonb_array_elements_text(who->'organizationIds'))::uuid[], '{}'),
    coalesce(who->>'address', ''), coalesce(who->>'agent', ''), coalesce(who->>'requestId', ''), coalesce(who->>'eventId', ''),
    action, subject_kind, coalesce(subject_id, ''), changes);
end $$;
revoke all on function audit.record(text, text, text, jsonb) from public;

-- The trigger of every audited table. Arguments: its key columns, and the columns whose values may be told.
create function audit.capture() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  before jsonb := case when tg_op in ('UPDATE','DELETE') then to_jsonb(old) else '{}'::jsonb end;
  after jsonb := case when tg_op in ('UPDATE','INSERT') then to_jsonb(new) else '{}'::jsonb end;
  keys text[] := tg_argv[0]::text[];
  shown text[] := tg_argv[1]::text[];
  changed jsonb;
begin
  select coalesce(jsonb_object_agg(f, case when f = any(shown)
      then jsonb_build_array(audit.told(coalesce(before->f, 'null')), audit.told(coalesce(after->f, 'null')))
      else '"*"'::jsonb end), '{}')
  into changed
  from jsonb_object_keys(before || after) f
  where coalesce(before->f, 'null') <> coalesce(after->f, 'null');
  if tg_op = 'UPDATE' and changed = '{}' then return null; end if;
  perform audit.record(case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end,
    tg_table_schema || '.' || tg_table_name,
    (select string_agg(coalesce(after->>k, before->>k), '/') from unnest(keys) k), changed);
  return null;
end $$;
create function audit.capture_emptied() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform audit.record('emptied', tg_table_schema || '.' || tg_table_name, '', '{}');
  return null;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
