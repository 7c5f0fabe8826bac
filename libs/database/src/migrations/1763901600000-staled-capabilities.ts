import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rests unconfirmed: only what was confirmed once can have gone stale. */
export class StaledCapabilities1763901600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table capability.capability add constraint staled_after_confirmed check (status <> 'STALE' or confirmed_at is not null);
create index capability_confirmed on capability.capability (confirmed_at) where status = 'PUBLISHED';
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
