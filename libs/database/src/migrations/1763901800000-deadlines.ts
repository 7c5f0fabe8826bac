import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 截止: since when nothing new begins on an entry; and its end, which waits until nothing of it is open. */
export class Deadlines1763901800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table scenario.scenario add column shut_at timestamptz,
  add constraint shut_once_published check (shut_at is null or status in ('PUBLISHED','IN_TALKS','EXPIRED','NOT_LANDED','WITHDRAWN'));
create function scenario.require_nothing_open() returns trigger language plpgsql as $$
begin
  if exists (select from pairing.pairing p where p.scenario_id = new.id and p.due_at is not null) then
    raise exception 'scenario at an end with open pairings' using errcode = '23514', constraint = 'nothing_open';
  end if;
  return new;
end $$;
create trigger nothing_open before update of status on scenario.scenario for each row
  when (new.status in ('EXPIRED','NOT_LANDED') and old.status is distinct from new.status) execute function scenario.require_nothing_open();
create index scenario_deadline on scenario.scenario (deadline) where status in ('PUBLISHED','IN_TALKS');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
