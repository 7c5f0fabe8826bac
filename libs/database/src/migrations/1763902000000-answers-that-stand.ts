import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer can be taken back for a while, and leads to nothing until then. */
export class AnswersThatStand1763902000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table pairing.consent add column stands_at timestamptz;
update pairing.consent set stands_at = answered_at where answered_at is not null;
alter table pairing.consent add constraint stands_once_answered
  check ((stands_at is null) = (answered_at is null) and (stands_at is null or stands_at >= answered_at));

-- Nobody is introduced without every yes of that round, each of which stands. Locks the pairing, so that no answer slips in between.
create or replace function pairing.require_every_yes() returns trigger language plpgsql as $$
declare owner uuid; current_round int;
begin
  select s.organization_id, p.round into owner, current_round
    from pairing.pairing p join scenario.scenario s on s.id = p.scenario_id where p.id = new.pairing_id for update of p;
  if current_round is distinct from new.round then
    raise exception 'introduction of another round' using errcode = '23514', constraint = 'every_yes';
  end if;
  if exists (
    select 1 from (select owner as organization_id
                   union select firm_id from pairing.pairing_member where pairing_id = new.pairing_id and left_at is null) side
    where not exists (select 1 from pairing.consent c where c.pairing_id = new.pairing_id and c.round = new.round
                        and c.organization_id = side.organization_id and c.status = 'AGREED' and c.stands_at <= new.released_at)) then
    raise exception 'introduction without every yes' using errcode = '23514', constraint = 'every_yes';
  end if;
  return new;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
