import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several events may lead to the same news: whichever comes first tells a person, the others do not. */
export class ToldOnce1763901100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table notification.notification add column once text;
alter table notification.notification add constraint told_once unique (recipient_id, once);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
