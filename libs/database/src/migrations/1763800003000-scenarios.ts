import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Scenarios1763800003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table scenario.scenario (
  id uuid primary key default uuidv7(),
  district_code char(6) not null,
  version int not null default 1,
  revision int not null default 0,
  status text not null check (status in ('DRAFT','SUBMITTED','RETURNED','APPROVED','LISTED','PUBLISHED','IN_TALKS',
    'SUSPENDED','EXPIRED','WITHDRAWN','LANDED','NOT_LANDED','DISCARDED')),
  list_type text not null check (list_type in ('SCENARIO','OPPORTUNITY')),
  visibility text not null check (visibility in ('PUBLIC','INTERNAL')),
  sourcing_mode text not null check (sourcing_mode in ('COLLECTED','DEVELOPED','EXPANDED')),
  engagement_mode text not null check (engagement_mode in ('DIRECT','OPEN_CALL','HORSE_RACE')),
  level text not null check (level in ('DISTRICT','MUNICIPAL')),
  source_ref text not null default '',
  organization_id uuid not null references organization.organization,
  title text not null,
  background text not null default '',
  need text not null default '',
  in_scope text not null default '',
  out_of_scope text not null default '',
  acceptance text not null default '',
  sector text not null default '',
  technology_tags text[] not null default '{}',
  resources_offered text not null default '',
  required_qualifications jsonb not null default '[]' check (jsonb_typeof(required_qualifications) = 'array'),
  preferred_qualifications jsonb not null default '[]' check (jsonb_typeof(preferred_qualifications) = 'array'),
  required_platforms text[] not null default '{}',
  local_only boolean not null default false,
  owner_unit text not null default '',
  lead_units text[] not null default '{}',
  responsible_units text[] not null default '{}',
  contact_person_id uuid references account.person,
  office_contact text not null default '',
  funding_source text,
  funding_min_fen bigint check (funding_min_fen >= 0),
  funding_max_fen bigint check (funding_max_fen >= 0),
  funding_status text,
  funding_proof text not null default '',
  deadline date,
  secrecy_declared boolean not null default false,
  gate_revision int,
  match_digest text not null default '',
  return_reasons jsonb not null default '[]' check (jsonb_typeof(return_reasons) = 'array'),
  withdrawn_reason text,
  published_at timestamptz,
  owner_role text,
  due_at timestamptz,
  created_by uuid references account.account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (funding_min_fen is null or funding_max_fen is null or funding_min_fen <= funding_max_fen),
  constraint gate_passed check (status not in ('PUBLISHED','IN_TALKS','LANDED','NOT_LANDED')
    or (list_type = 'SCENARIO' and gate_revision is not distinct from revision)),
  check (list_type = 'SCENARIO' or visibility = 'PUBLIC' or status <> 'LISTED'),
  constraint waits check ((status in ('EXPIRED','WITHDRAWN','LANDED','NOT_LANDED','DISCARDED')) = (due_at is null)
    and (due_at is null) = (owner_role is null)));
create index scenario_by_status on scenario.scenario (district_code, status, published_at desc);
create index scenario_of_organization on scenario.scenario (organization_id);

create table scenario.scenario_history (
  scenario_id uuid not null references scenario.scenario,
  version int not null,
  event text not null,
  from_status text,
  to_status text not null,
  actor_account_id uuid,
  note text not null default '',
  at timestamptz not null default now(),
  primary key (scenario_id, version));
create trigger frozen before update or delete on scenario.scenario_history for each row execute function public.refuse_change();

create table scenario.gate_evidence (
  scenario_id uuid not null references scenario.scenario,
  revision int not null,
  element text not null check (element in ('BOUNDARY','OWNER','FUNDING','UNITS','SECRECY','DEADLINE')),
  passed boolean not null,
  missing jsonb not null default '[]',
  checked_by uuid references account.account,
  checked_at timestamptz not null default now(),
  primary key (scenario_id, revision, element));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
