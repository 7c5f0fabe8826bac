import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose owner was told that its day has come, and whose coordinator that it is two weeks over. A new date begins anew. */
export class DueTold1763901500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function public.forget_due() returns trigger language plpgsql as $$
begin
  new.overdue_told_at := null;
  new.escalated_at := null;
  return new;
end $$;
${['scenario.scenario', 'capability.capability', 'pairing.suggestion', 'pairing.pairing'].map(watched).join('')}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** What was over before this version is not told all at once. */
const watched = (table: string): string => `
alter table ${table} add column overdue_told_at timestamptz, add column escalated_at timestamptz,
  add constraint escalated_after_told check (escalated_at is null or overdue_told_at is not null);
update ${table} set overdue_told_at = now() where due_at < now() - interval '1 day';
update ${table} set escalated_at = now() where due_at < now() - interval '14 days';
create index ${table.replace('.', '_')}_due on ${table} (due_at) where due_at is not null and escalated_at is null;
create trigger due_anew before update of due_at on ${table} for each row
  when (old.due_at is distinct from new.due_at) execute function public.forget_due();
`;
