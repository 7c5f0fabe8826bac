import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrganizationsAndAccounts1763800001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table organization.organization (
  id uuid primary key default uuidv7(),
  district_code char(6) not null,
  kind text not null check (kind in
    ('DEPARTMENT','STATE_OWNED','SUBDISTRICT','MANAGEMENT_COMMITTEE','KEY_INDUSTRY','FIRM','INTERMEDIARY','OFFICE')),
  publisher_type text check (publisher_type in ('DEPARTMENT','STATE_OWNED','KEY_INDUSTRY')),
  name text not null check (length(name) between 2 and 100),
  aliases text[] not null default '{}',
  uscc char(18) unique check (organization.uscc_valid(uscc)),
  version int not null default 1,
  created_at timestamptz not null default now(),
  unique (district_code, name),
  check (kind <> 'FIRM' or uscc is not null));
create table organization.organization_side (
  organization_id uuid not null references organization.organization,
  side text not null check (side in ('DEMAND','SUPPLY','OFFICE')),
  primary key (organization_id, side));
create table organization.firm (
  organization_id uuid primary key references organization.organization,
  status text not null default 'UNCLAIMED' check (status in
    ('UNCLAIMED','CLAIMED','VERIFIED','CONTESTED','SUSPENDED','REFUSED','CLOSED','MERGED')),
  size_band text check (size_band in ('MICRO','SMALL','MEDIUM','LARGE')),
  is_local boolean,
  tags text[] not null default '{}',
  version int not null default 1);

create table account.person (
  id uuid primary key default uuidv7(),
  name text, post text, phone text, email text,
  erased_at timestamptz);
create table account.account (
  id uuid primary key default uuidv7(),
  person_id uuid not null references account.person,
  login text not null unique check (login = lower(login)),
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default now());
create table account.membership (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account.account,
  organization_id uuid not null,
  side text not null,
  role text not null,
  ended_at timestamptz,
  foreign key (organization_id, side) references organization.organization_side,
  check ((side, role) in (('SUPPLY','FIRM_MEMBER'),('SUPPLY','FIRM_ADMIN'),('DEMAND','DEPARTMENT_MEMBER'),
    ('DEMAND','DEPARTMENT_ADMIN'),('OFFICE','MATCHMAKER'),('OFFICE','COORDINATOR'),('OFFICE','EXPERT'),
    ('OFFICE','AUDITOR'),('OFFICE','ADMIN'))));
create unique index one_live_membership on account.membership (account_id, organization_id, role) where ended_at is null;
create index membership_of_organization on account.membership (organization_id) where ended_at is null;
create table account.session (
  sid_hash bytea primary key,
  account_id uuid references account.account,
  data jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null);
create index session_of_account on account.session (account_id);
create index session_expiry on account.session (expires_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
