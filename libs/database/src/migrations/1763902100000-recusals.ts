import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 回避: whoever has an interest in one of the parties decides nothing about it and reads no contact of it. */
export class Recusals1763902100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table pairing.recusal (
  id uuid primary key default uuidv7(),
  district_code char(6) not null,
  account_id uuid not null references account.account,
  organization_id uuid not null references organization.organization,
  reason text not null check (length(reason) between 1 and 500),
  declared_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references account.account,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null or ended_at >= declared_at)));
create unique index one_standing_recusal on pairing.recusal (account_id, organization_id) where ended_at is null;
create index recusal_of_district on pairing.recusal (district_code, declared_at);

create function pairing.is_recused(account uuid, scenario_id uuid, firm_ids uuid[]) returns boolean language sql stable as $$
  select exists (select from pairing.recusal r where r.account_id = account and r.ended_at is null
    and (r.organization_id = any(firm_ids)
      or r.organization_id = (select s.organization_id from scenario.scenario s where s.id = is_recused.scenario_id)))
$$;

create function pairing.require_no_recusal() returns trigger language plpgsql as $$
begin
  if exists (select from pairing.suggestion s where s.id = new.suggestion_id and pairing.is_recused(new.account_id, s.scenario_id, s.firm_ids)) then
    raise exception 'a recused person decides' using errcode = '23514', constraint = 'not_recused';
  end if;
  return new;
end $$;
create trigger not_recused before insert on pairing.review for each row execute function pairing.require_no_recusal();

-- What a party itself reads is its own affair: only readers by office can be recused.
create function pairing.require_no_recused_reader() returns trigger language plpgsql as $$
begin
  if exists (select from pairing.contact_release c join pairing.pairing p on p.id = c.pairing_id
             where c.id = new.release_id and c.reader = 'MATCHMAKER' and pairing.is_recused(new.account_id, p.scenario_id,
               array(select m.firm_id from pairing.pairing_member m where m.pairing_id = p.id))) then
    raise exception 'a recused person reads contacts' using errcode = '23514', constraint = 'not_recused';
  end if;
  return new;
end $$;
create trigger not_recused before insert on pairing.contact_read for each row execute function pairing.require_no_recused_reader();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
