import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Capabilities1763800004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table capability.capability (
  id uuid primary key default uuidv7(),
  district_code char(6) not null,
  version int not null default 1,
  revision int not null default 0,
  status text not null check (status in
    ('DRAFT','PUBLISHED','SUSPENDED','PAUSED','STALE','RETIRED','MERGED','DISCARDED')),
  firm_id uuid not null references organization.firm,
  kind text not null check (kind in ('TECHNOLOGY','PRODUCT','SOLUTION','SERVICE')),
  name text not null,
  summary text not null default '',
  description text not null default '',
  technology_tags text[] not null default '{}',
  sectors text[] not null default '{}',
  adapted_platforms text[] not null default '{}',
  first_version boolean not null default false,
  cases text[] not null default '{}',
  delivery_days int check (delivery_days > 0),
  match_digest text not null default '',
  confirmed_at timestamptz,
  published_at timestamptz,
  merged_into uuid references capability.capability,
  owner_role text,
  due_at timestamptz,
  created_by uuid references account.account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status <> 'PUBLISHED' or confirmed_at is not null),
  constraint waits check ((status in ('PAUSED','STALE','RETIRED','MERGED','DISCARDED')) = (due_at is null)
    and (due_at is null) = (owner_role is null)));
create index capability_by_status on capability.capability (district_code, status, published_at desc);
create index capability_of_firm on capability.capability (firm_id);

create table capability.capability_history (
  capability_id uuid not null references capability.capability,
  version int not null,
  event text not null,
  from_status text,
  to_status text not null,
  actor_account_id uuid,
  note text not null default '',
  at timestamptz not null default now(),
  primary key (capability_id, version));
create trigger frozen before update or delete on capability.capability_history for each row execute function public.refuse_change();

create table capability.qualification (
  id uuid primary key default uuidv7(),
  firm_id uuid not null references organization.firm,
  code text not null,
  level text not null default '',
  issuer text not null default '',
  valid_until date,
  verified_by uuid references account.account,
  verified_at timestamptz,
  unique (firm_id, code, level));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
