import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links that open one door once: invitation, reset, answer by mail. The token itself is nowhere. */
export class LinkTokens1763900300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table account.link_token (
  id uuid primary key default uuidv7(),
  hash bytea not null unique check (octet_length(hash) = 32),
  -- Half of what the token is made from; the other half is a key outside the database.
  seed bytea not null check (octet_length(seed) = 32),
  purpose text not null check (purpose in ('INVITATION','PASSWORD_RESET','CONSENT')),
  subject_id uuid not null,
  account_id uuid references account.account,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now());
create index link_token_of_subject on account.link_token (subject_id, purpose);
create index link_token_of_account on account.link_token (account_id) where account_id is not null;
create index link_token_expiry on account.link_token (expires_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
