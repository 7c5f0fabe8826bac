import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContactsNeverJoined1763900701000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- People without an account whom nothing needs any more: contacts of entries at rest, and people who were invited and
-- never came. As before, nobody whose contacts are open to a reader.
create or replace function account.unneeded_contacts(before timestamptz) returns setof uuid language sql stable as $$
  select p.id from account.person p
  where p.erased_at is null and not exists (select 1 from account.account a where a.person_id = p.id)
    and (exists (select 1 from scenario.scenario s where s.contact_person_id = p.id)
      or exists (select 1 from account.invitation i where i.person_id = p.id))
    and not exists (select 1 from scenario.scenario s where s.contact_person_id = p.id
      and (s.updated_at > before or s.status not in ('EXPIRED','WITHDRAWN','LANDED','NOT_LANDED','DISCARDED')))
    and not exists (select 1 from account.invitation i where i.person_id = p.id and coalesce(i.closed_at, i.created_at) > before)
    and not exists (select 1 from pairing.contact_release r where r.person_id = p.id and r.ended_at is null)
$$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
