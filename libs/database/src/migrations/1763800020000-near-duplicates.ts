import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signatures by which entries of nearly the same text find each other without a search engine. Rows already there
 * have an empty one: the apps that own them sign what is unsigned when they start.
 */
export class NearDuplicates1763800020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table scenario.scenario add column text_signature int[] not null default '{}';
alter table capability.capability add column text_signature int[] not null default '{}';
-- Pending lists would be searched whole: entries are few a day, looks at them many.
create index scenario_by_text on scenario.scenario using gin (text_signature) with (fastupdate = off);
create index capability_by_text on capability.capability using gin (text_signature) with (fastupdate = off);
create index scenario_unsigned on scenario.scenario (id) where text_signature = '{}';
create index capability_unsigned on capability.capability (id) where text_signature = '{}';
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
