import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A firm is in one open pairing of a scenario, alone or as a member of a 联合体. */
export class OneOpenPairingOfFirm1763901200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Kept by the triggers below. A key over two tables: a member's row does not know its scenario, nor whether the pairing is open.
create table pairing.open_firm (
  scenario_id uuid not null references scenario.scenario,
  firm_id uuid not null references organization.firm,
  pairing_id uuid not null references pairing.pairing,
  constraint one_open_pairing_of_firm primary key (scenario_id, firm_id));
create index open_firm_of_pairing on pairing.open_firm (pairing_id);

create function pairing.is_open(status text) returns boolean language sql immutable parallel safe as $$
  select status not in ('DECLINED','NOT_LANDED','LAPSED','UNDONE') $$;

-- Of pairings that stand twice already the older one counts; the other may go on and end.
insert into pairing.open_firm
  select distinct on (p.scenario_id, m.firm_id) p.scenario_id, m.firm_id, p.id
  from pairing.pairing p join pairing.pairing_member m on m.pairing_id = p.id
  where pairing.is_open(p.status) and m.left_at is null order by p.scenario_id, m.firm_id, p.id;

create function pairing.keep_open_firm_of_member() returns trigger language plpgsql as $$
begin
  if new.left_at is null then
    insert into pairing.open_firm (scenario_id, firm_id, pairing_id)
      select p.scenario_id, new.firm_id, p.id from pairing.pairing p
      where p.id = new.pairing_id and pairing.is_open(p.status) and not exists (
        select from pairing.open_firm o where o.scenario_id = p.scenario_id and o.firm_id = new.firm_id and o.pairing_id = p.id);
  elsif not exists (select from pairing.pairing_member m
      where m.pairing_id = new.pairing_id and m.firm_id = new.firm_id and m.left_at is null) then
    delete from pairing.open_firm o where o.pairing_id = new.pairing_id and o.firm_id = new.firm_id;
  end if;
  return null;
end $$;
create trigger open_firm after insert or update of left_at on pairing.pairing_member
  for each row execute function pairing.keep_open_firm_of_member();

create function pairing.keep_open_firms() returns trigger language plpgsql as $$
begin
  if pairing.is_open(new.status) then
    insert into pairing.open_firm (scenario_id, firm_id, pairing_id)
      select distinct new.scenario_id, m.firm_id, new.id from pairing.pairing_member m where m.pairing_id = new.id and m.left_at is null;
  else
    delete from pairing.open_firm o where o.pairing_id = new.id;
  end if;
  return null;
end $$;
create trigger open_firm after update of status on pairing.pairing for each row
  when (pairing.is_open(old.status) is distinct from pairing.is_open(new.status)) execute function pairing.keep_open_firms();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
