import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An approved pair is before the reviewers again only once the pairing it led to is over. */
export class ReopenedAfterEnd1763901300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function pairing.require_end() returns trigger language plpgsql as $$
begin
  if exists (select from pairing.pairing p where p.suggestion_id = new.id and pairing.is_open(p.status)) then
    raise exception 'approved pair reopened beside its pairing' using errcode = '23514', constraint = 'reopened_after_end';
  end if;
  return new;
end $$;
create trigger reopened_after_end before update of status on pairing.suggestion for each row
  when (old.status = 'APPROVED' and new.status <> 'APPROVED') execute function pairing.require_end();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
