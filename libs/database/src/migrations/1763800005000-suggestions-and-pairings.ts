import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SuggestionsAndPairings1763800005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The frozen statistics a score rests on; scores of one epoch compare, of two epochs do not.
create table matching.statistics_epoch (
  id int primary key generated always as identity,
  content jsonb not null,
  built_from int not null,
  is_active boolean not null default false,
  created_at timestamptz not null default now());
create unique index one_active_epoch on matching.statistics_epoch (is_active) where is_active;

create table matching.supply_gap (
  scenario_id uuid primary key references scenario.scenario,
  scenario_revision int not null,
  sector text not null default '',
  best_score double precision check (best_score between 0 and 1),
  uncovered text[] not null default '{}',
  found_at timestamptz not null default now(),
  closed_at timestamptz);

create table pairing.suggestion (
  id uuid primary key default uuidv7(),
  district_code char(6) not null,
  version int not null default 1,
  scenario_id uuid not null references scenario.scenario,
  member_key text not null,
  capability_ids uuid[] not null check (cardinality(capability_ids) between 1 and 9),
  firm_ids uuid[] not null check (cardinality(firm_ids) = cardinality(capability_ids)),
  opening int not null default 1,
  status text not null check (status in ('OPEN','SECOND','RETURNED','HELD','APPROVED','REJECTED','LAPSED')),
  score double precision not null check (score between 0 and 1),
  band text not null check (band in ('RECOMMENDED','CANDIDATE','WEAK')),
  reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
  missing text[] not null default '{}',
  to_verify text[] not null default '{}',
  scenario_revision int not null,
  scenario_digest text not null,
  capability_revisions int[] not null,
  capability_digests text[] not null,
  score_version text not null,
  reopened_because text not null default '',
  owner_role text,
  due_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  opened_at timestamptz not null default now(),
  unique (scenario_id, member_key),
  constraint waits check ((status in ('HELD','APPROVED','REJECTED','LAPSED')) = (due_at is null)
    and (due_at is null) = (owner_role is null)));
create index suggestion_queue on pairing.suggestion (district_code, status, opened_at);
create index suggestion_of_scenario on pairing.suggestion (scenario_id, status);
create index suggestion_of_firm on pairing.suggestion using gin (firm_ids);
create index suggestion_of_capability on pairing.suggestion using gin (capability_ids);

create table pairing.review (
  id uuid primary key default uuidv7(),
  suggestion_id uuid not null references pairing.suggestion,
  opening int not null,
  decision text not null check (decision in ('APPROVED','REJECTED','RETURNED','OPINION')),
  reason_code text,
  note text not null default '',
  features jsonb not null,
  account_id uuid not null references account.account,
  decided_at timestamptz not null default now(),
  undone_at timestamptz,
  check (decision in ('APPROVED','OPINION') or reason_code is not null));
create unique index one_decision on pairing.review (suggestion_id, opening) where decision <> 'OPINION' and undone_at is null;

create table pairing.pairing (
  id uuid primary key default uuidv7(),
  district_code char(6) not null,
  version int not null default 1,
  scenario_id uuid not null references scenario.scenario,
  member_key text not null,
  status text not null check (status in ('ASKING','STALLED','INTENT','ENGAGED','PILOT','CONTRACTED','ACCEPTED',
    'LANDING_CLAIMED','DECLINED','LANDED','NOT_LANDED','LAPSED','UNDONE')),
  round int not null default 1,
  suggestion_id uuid references pairing.suggestion,
  opening int,
  matchmaker_account_id uuid references account.account,
  next_action text,
  owner_role text,
  due_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint waits check ((status in ('DECLINED','LANDED','NOT_LANDED','LAPSED','UNDONE')) = (due_at is null)
    and (due_at is null) = (owner_role is null)));
-- An undone pairing leaves its opening free, so that the same suggestion can be approved again.
create unique index one_pairing_per_opening on pairing.pairing (suggestion_id, opening) where status <> 'UNDONE';
create unique index one_open_pairing on pairing.pairing (scenario_id, member_key)
  where status not in ('DECLINED','NOT_LANDED','LAPSED','UNDONE');

create table pairing.pairing_member (
  pairing_id uuid not null references pairing.pairing,
  firm_id uuid not null references organization.firm,
  capability_id uuid not null references capability.capability,
  is_lead boolean not null default false,
  primary key (pairing_id, firm_id, capability_id));
create unique index one_lead on pairing.pairing_member (pairing_id) where is_lead;
create index pairing_of_firm on pairing.pairing_member (firm_id);

create table pairing.suggestion_history (
  suggestion_id uuid not null references pairing.suggestion,
  version int not null, event text not null, from_status text, to_status text not null,
  actor_account_id uuid, note text not null default '', at timestamptz not null default now(),
  primary key (suggestion_id, version));
create table pairing.pairing_history (
  pairing_id uuid not null references pairing.pairing,
  version int not null, event text not null, from_status text, to_status text not null,
  actor_account_id uuid, note text not null default '', at timestamptz not null default now(),
  primary key (pairing_id, version));
create trigger frozen before update or delete on pairing.suggestion_history for each row execute function public.refuse_change();
create trigger frozen before update or delete on pairing.pairing_history for each row execute function public.refuse_change();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
