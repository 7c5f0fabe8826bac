import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonalDataRemoval1763900700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Whose data were removed, when and why: names nobody, and is what a restore replays.
create table account.erasure (
  account_id uuid primary key references account.account,
  reason text not null check (reason in ('MEMBERSHIP_ENDED','REQUESTED')),
  by_account_id uuid references account.account,
  erased_at timestamptz not null default now(),
  -- The clock erases by itself; a request is somebody's act.
  check (reason <> 'MEMBERSHIP_ENDED' or by_account_id is null));
create trigger frozen before update or delete on account.erasure for each row execute function public.refuse_change();

alter table account.person add constraint erased_is_empty check
  (erased_at is null or (name is null and post is null and phone is null and email is null));
create index membership_ended on account.membership (ended_at) where ended_at is not null;
create index scenario_of_contact on scenario.scenario (contact_person_id) where contact_person_id is not null;

-- An entry that is still worked on names somebody to turn to: a successor first, then the removal.
create function account.refuse_named_person() returns trigger language plpgsql as $$
begin
  if exists (select 1 from scenario.scenario s where s.contact_person_id = new.id
             and s.status not in ('EXPIRED','WITHDRAWN','LANDED','NOT_LANDED','DISCARDED')) then
    raise exception 'person % is still named by an open scenario', new.id using errcode = 'MX001';
  end if;
  return new;
end $$;
create trigger successor_first before update of erased_at on account.person
  for each row when (old.erased_at is null and new.erased_at is not null) execute function account.refuse_named_person();

-- People without an account who were named as an entry's contact: all those entries have come to rest before a moment,
-- and nobody reads their contacts under a release that still runs.
create function account.unneeded_contacts(before timestamptz) returns setof uuid language sql stable as $$
  select p.id from account.person p
  where p.erased_at is null and not exists (select 1 from account.account a where a.person_id = p.id)
    and exists (select 1 from scenario.scenario s where s.contact_person_id = p.id)
    and not exists (select 1 from scenario.scenario s where s.contact_person_id = p.id
      and (s.updated_at > before or s.status not in ('EXPIRED','WITHDRAWN','LANDED','NOT_LANDED','DISCARDED')))
    and not exists (select 1 from pairing.contact_release r where r.person_id = p.id and r.ended_at is null)
$$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
