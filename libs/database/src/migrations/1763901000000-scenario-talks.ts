import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 对接: an entry in talks rests on an introduction, and leaves them when nothing of it is open any more. */
export class ScenarioTalks1763901000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function scenario.require_talks() returns trigger language plpgsql as $$
begin
  if new.status = 'IN_TALKS' and old.status is distinct from 'IN_TALKS' and not exists (
      select from pairing.introduction i join pairing.pairing p on p.id = i.pairing_id where p.scenario_id = new.id) then
    raise exception 'scenario in talks without introduction' using errcode = '23514', constraint = 'talks';
  end if;
  if old.status = 'IN_TALKS' and new.status = 'PUBLISHED' and exists (
      select from pairing.pairing p where p.scenario_id = new.id and p.due_at is not null) then
    raise exception 'scenario out of talks with open pairings' using errcode = '23514', constraint = 'talks';
  end if;
  return new;
end $$;
create trigger talks before update of status on scenario.scenario for each row execute function scenario.require_talks();
create index pairing_of_scenario on pairing.pairing (scenario_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
