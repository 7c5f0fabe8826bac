import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FaultsOfAJob1763900702000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- How often it failed by itself: tries while a part was away are no fault of the job's and not counted here.
alter table outbox.job add column faults int not null default 0 check (faults >= 0)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
