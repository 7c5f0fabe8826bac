import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever meets has agreed to each other: nobody joins once a round has been introduced. */
export class MembersBeforeIntroduction1763901400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function pairing.refuse_late_member() returns trigger language plpgsql as $$
begin
  if new.left_at is null and exists (select from pairing.introduction i join pairing.pairing p on p.id = i.pairing_id and p.round = i.round
      where p.id = new.pairing_id) then
    raise exception 'member of a pairing that was introduced without it' using errcode = '23514', constraint = 'member_before_introduction';
  end if;
  return new;
end $$;
create trigger late_member before insert or update of left_at on pairing.pairing_member
  for each row execute function pairing.refuse_late_member();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
