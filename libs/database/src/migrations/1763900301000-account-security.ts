import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factor, invitations, identities of another provider, recertification, and sessions a person can tell apart. */
export class AccountSecurity1763900301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table account.account
  add password_set_at timestamptz,
  add factor_due_at timestamptz;
create index person_email on account.person (lower(email)) where email is not null;

create table account.second_factor (
  account_id uuid primary key references account.account,
  -- Encrypted; the key is outside the database.
  secret bytea not null,
  confirmed_at timestamptz,
  -- The last 30-second step a code was taken for: each code counts once.
  last_step bigint not null default 0,
  created_at timestamptz not null);
create table account.recovery_code (
  account_id uuid not null references account.account,
  hash bytea not null check (octet_length(hash) = 32),
  used_at timestamptz,
  primary key (account_id, hash));

create table account.external_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account.account,
  linked_by uuid references account.account,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (account_id, issuer));

-- Wrong tries by a digest of what was tried and from where; gone an hour later.
create table account.sign_in_attempt (
  key bytea primary key check (octet_length(key) = 32),
  failures int not null,
  last_at timestamptz not null);
create index sign_in_attempt_age on account.sign_in_attempt (last_at);

alter table account.session
  add id uuid not null default uuidv7() unique,
  add signed_in_at timestamptz,
  add seen_at timestamptz,
  add address text not null default '',
  add agent text not null default '';

alter table account.membership
  add recertify_on date not null default current_date + 365,
  add recertify_told_on date,
  add certified_by uuid references account.account;
create index membership_recertification on account.membership (recertify_on) where ended_at is null;

create table account.invitation (
  id uuid primary key default uuidv7(),
  organization_id uuid not null,
  side text not null,
  role text not null,
  person_id uuid not null references account.person,
  -- Set where the invited address belongs to somebody who has an account already.
  account_id uuid references account.account,
  status text not null check (status in ('OPEN','ACCEPTED','CANCELLED')),
  sent int not null default 1,
  invited_by uuid references account.account,
  mailed_at timestamptz,
  mail_fault text not null default '',
  created_at timestamptz not null,
  closed_at timestamptz,
  check ((status = 'OPEN') = (closed_at is null)),
  check (status <> 'ACCEPTED' or account_id is not null),
  foreign key (organization_id, side) references organization.organization_side);
create index invitation_of_organization on account.invitation (organization_id, created_at desc);
create unique index one_open_invitation on account.invitation (organization_id, role, person_id) where status = 'OPEN';
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
