import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Browsers people signed in with, so that a new one can be told by mail. */
export class KnownDevices1763901710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table account.known_device (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account.account,
  -- Of a secret only the browser keeps.
  secret_hash bytea not null,
  device text not null check (length(device) between 1 and 100),
  address text not null check (length(address) <= 100),
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  constraint one_row_per_browser unique (account_id, secret_hash));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
