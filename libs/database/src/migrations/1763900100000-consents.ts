import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 征询, 引荐 and the release of contacts. Who may not be introduced or read is refused here too, not only in code. */
export class Consents1763900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What overlapping foreign keys below point at.
create unique index scenario_and_owner on scenario.scenario (id, organization_id);
create unique index pairing_and_scenario on pairing.pairing (id, scenario_id);
create unique index pairing_and_firm on pairing.pairing_member (pairing_id, firm_id);
-- A member that said no and was left out of the next round; rows of earlier rounds still point here.
alter table pairing.pairing_member add column left_at timestamptz;
drop index pairing.one_lead;
create unique index one_lead on pairing.pairing_member (pairing_id) where is_lead and left_at is null;
alter table pairing.pairing add column end_reason text not null default '';

create table pairing.consent (
  id uuid primary key default uuidv7(),
  district_code char(6) not null,
  version int not null default 1,
  pairing_id uuid not null,
  scenario_id uuid not null,
  round int not null check (round > 0),
  organization_id uuid not null references organization.organization,
  side text not null check (side in ('DEMAND','SUPPLY')),
  is_lead boolean not null default false,
  status text not null check (status in ('ASKED','AGREED','DECLINED','EXPIRED','REVOKED','VOID')),
  owner_role text,
  asked_at timestamptz not null,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  due_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references account.account,
  answered_via text check (answered_via in ('INBOX','LINK')),
  reason text not null default '',
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- The one asked belongs to the pairing: the unit whose scenario it is, or a firm that is a member of it.
  demand_id uuid generated always as (case when side = 'DEMAND' then organization_id end) stored,
  firm_id uuid generated always as (case when side = 'SUPPLY' then organization_id end) stored,
  foreign key (pairing_id, scenario_id) references pairing.pairing (id, scenario_id),
  foreign key (scenario_id, demand_id) references scenario.scenario (id, organization_id),
  foreign key (pairing_id, firm_id) references pairing.pairing_member (pairing_id, firm_id),
  unique (pairing_id, round, organization_id),
  unique (id, pairing_id),
  constraint waits check ((status = 'ASKED') = (due_at is not null) and (due_at is null) = (owner_role is null)),
  constraint answered check ((status in ('AGREED','DECLINED','REVOKED')) <= (answered_at is not null)
    and (answered_at is null) = (answered_by is null) and (answered_at is null) = (answered_via is null)
    and (status in ('AGREED','DECLINED','REVOKED','VOID') or answered_at is null)),
  constraint revoked check ((status = 'REVOKED') = (revoked_at is not null)));
create unique index one_consent_of_demand on pairing.consent (pairing_id, round) where side = 'DEMAND';
create index consent_of_organization on pairing.consent (organization_id, asked_at desc);
create index consent_waiting on pairing.consent (remind_at) where status = 'ASKED' and reminded_at is null;
create index pairing_due on pairing.pairing (due_at) where status in ('ASKING','STALLED');

create table pairing.introduction (
  id uuid primary key default uuidv7(),
  pairing_id uuid not null references pairing.pairing,
  round int not null,
  version int not null default 1,
  status text not null check (status in ('RELEASED','CLOSED')),
  released_at timestamptz not null,
  closed_at timestamptz,
  unique (pairing_id, round),
  unique (id, pairing_id, round),
  check ((status = 'CLOSED') = (closed_at is not null)));

-- Who may read whose contacts. The matchmaker's rows name no organization that reads.
create table pairing.contact_release (
  id uuid primary key default uuidv7(),
  introduction_id uuid not null,
  pairing_id uuid not null,
  round int not null,
  reader text not null check (reader in ('PARTY','MATCHMAKER')),
  reader_organization_id uuid,
  shown_organization_id uuid not null,
  person_id uuid not null references account.person,
  since timestamptz not null,
  ended_at timestamptz,
  foreign key (introduction_id, pairing_id, round) references pairing.introduction (id, pairing_id, round),
  foreign key (pairing_id, round, reader_organization_id) references pairing.consent (pairing_id, round, organization_id),
  foreign key (pairing_id, round, shown_organization_id) references pairing.consent (pairing_id, round, organization_id),
  unique nulls not distinct (introduction_id, reader_organization_id, shown_organization_id),
  check ((reader = 'PARTY') = (reader_organization_id is not null)),
  check (reader_organization_id is distinct from shown_organization_id),
  check (ended_at >= since));
create index release_of_pairing on pairing.contact_release (pairing_id) where ended_at is null;

-- Every reading of a released contact: who, when, whose, which fields. Never the contact itself.
create table pairing.contact_read (
  id uuid primary key default uuidv7(),
  release_id uuid not null references pairing.contact_release,
  pairing_id uuid not null references pairing.pairing,
  account_id uuid not null references account.account,
  fields text[] not null check (fields <@ array['name','post','phone','email']),
  read_at timestamptz not null default now());
create index read_of_pairing on pairing.contact_read (pairing_id, read_at);

create table pairing.consent_history (
  consent_id uuid not null references pairing.consent,
  version int not null, event text not null, from_status text, to_status text not null,
  actor_account_id uuid, note text not null default '', at timestamptz not null default now(),
  primary key (consent_id, version));
create table pairing.introduction_history (
  introduction_id uuid not null references pairing.introduction,
  version int not null, event text not null, from_status text, to_status text not null,
  actor_account_id uuid, note text not null default '', at timestamptz not null default now(),
  primary key (introduction_id, version));
create trigger frozen before update or delete on pairing.consent_history for each row execute function public.refuse_change();
create trigger frozen before update or delete on pairing.introduction_history for each row execute function public.refuse_change();
create trigger frozen before update or delete on pairing.contact_read for each row execute function public.refuse_change();

-- Nobody is introduced without every yes of that round. Locks the pairing, so that no answer slips in between.
create function pairing.require_every_yes() returns trigger language plpgsql as $$
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
                        and c.organization_id = side.organization_id and c.status = 'AGREED')) then
    raise exception 'introduction without every yes' using errcode = '23514', constraint = 'every_yes';
  end if;
  return new;
end $$;
create trigger every_yes before insert on pairing.introduction for each row execute function pairing.require_every_yes();

-- INTENT and what follows it rest on an introduction.
create function pairing.require_introduction() returns trigger language plpgsql as $$
begin
  if new.status in ('INTENT','ENGAGED','PILOT','CONTRACTED','ACCEPTED','LANDING_CLAIMED','LANDED')
     and not exists (select 1 from pairing.introduction i where i.pairing_id = new.id and i.round = new.round) then
    raise exception 'pairing without introduction' using errcode = '23514', constraint = 'introduced';
  end if;
  return null;
end $$;
create constraint trigger introduced after insert or update on pairing.pairing deferrable initially deferred
  for each row execute function pairing.require_introduction();

-- A release is written once and ended once; an introduction is closed once.
create function pairing.keep_release() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (to_jsonb(new) - 'ended_at') is distinct from (to_jsonb(old) - 'ended_at') then
    raise exception 'append-only: %.%', tg_table_schema, tg_table_name using errcode = '23001';
  end if;
  return new;
end $$;
create trigger frozen before update or delete on pairing.contact_release for each row execute function pairing.keep_release();
create function pairing.keep_introduction() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status = 'CLOSED'
     or (new.id, new.pairing_id, new.round, new.released_at) is distinct from (old.id, old.pairing_id, old.round, old.released_at) then
    raise exception 'append-only: %.%', tg_table_schema, tg_table_name using errcode = '23001';
  end if;
  return new;
end $$;
create trigger frozen before update or delete on pairing.introduction for each row execute function pairing.keep_introduction();
-- A yes that is taken back takes its contacts along, whoever writes it.
create function pairing.no_open_release() returns trigger language plpgsql as $$
begin
  if exists (select 1 from pairing.contact_release r join pairing.consent c
               on c.pairing_id = r.pairing_id and c.round = r.round and c.organization_id in (r.shown_organization_id, r.reader_organization_id)
             where c.id = new.id and c.status <> 'AGREED' and r.ended_at is null) then
    raise exception 'contacts released without consent' using errcode = '23514', constraint = 'no_open_release';
  end if;
  return null;
end $$;
create constraint trigger no_open_release after update on pairing.consent deferrable initially deferred
  for each row execute function pairing.no_open_release();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
