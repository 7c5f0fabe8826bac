import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One firm may bring two capabilities to a pairing, so that it is a member by two rows: no foreign key can point there. */
export class ConsentOfMember1763900102000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table pairing.consent drop constraint consent_pairing_id_firm_id_fkey;
alter table pairing.consent drop column firm_id;
drop index pairing.pairing_and_firm;
create function pairing.require_member() returns trigger language plpgsql as $$
begin
  if new.side = 'SUPPLY' and not exists (select 1 from pairing.pairing_member m
      where m.pairing_id = new.pairing_id and m.firm_id = new.organization_id) then
    raise exception 'consent of a firm that is no member' using errcode = '23503', constraint = 'consent_of_member';
  end if;
  return new;
end $$;
create trigger member before insert or update of pairing_id, organization_id, side on pairing.consent
  for each row execute function pairing.require_member();
-- Members leave, they are never taken out: consents of earlier rounds rest on them.
create trigger frozen before delete on pairing.pairing_member for each row execute function public.refuse_change();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
