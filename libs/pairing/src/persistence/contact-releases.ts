import type { EntityManager } from 'typeorm';
import type { ContactReader, ReleasedContact } from '../domain/consent.repository';

/**
 * The person shown for the unit is the contact its scenario names, else whoever agreed; for a firm whoever agreed.
 * People and scenarios are other libs' tables, hence plain SQL.
 */
const SHOWN = `
  select c.pairing_id, c.round, c.side, c.organization_id,
         coalesce(case when c.side = 'DEMAND' then s.contact_person_id end, a.person_id) as person_id
  from pairing.introduction i
  join pairing.consent c on c.pairing_id = i.pairing_id and c.round = i.round
  join scenario.scenario s on s.id = c.scenario_id
  join account.account a on a.id = c.answered_by
  where i.id = $1`;

/** To each party the other side's person, to matchmakers both. */
export async function release(manager: EntityManager, introductionId: string, at: Date): Promise<void> {
  await manager.query(
    `with shown as (${SHOWN})
     insert into pairing.contact_release
       (introduction_id, pairing_id, round, reader, reader_organization_id, shown_organization_id, person_id, since)
     select $1, shown.pairing_id, shown.round, 'PARTY', reader.organization_id, shown.organization_id, shown.person_id, $2::timestamptz
     from shown join shown reader on reader.side <> shown.side
     union all
     select $1, pairing_id, round, 'MATCHMAKER', null, organization_id, person_id, $2::timestamptz from shown`,
    [introductionId, at],
  );
}

export async function closeReleases(manager: EntityManager, introductionId: string, at: Date): Promise<void> {
  await manager.query(
    'update pairing.contact_release set ended_at = greatest($2::timestamptz, since) where introduction_id = $1 and ended_at is null',
    [introductionId, at],
  );
}

/** Releases that are open for the reader now. An erased person has a release and nothing to read. */
export function openReleases(
  manager: EntityManager,
  pairingIds: readonly string[],
  { organizationIds, asMatchmaker }: ContactReader,
): Promise<(ReleasedContact & { pairingId: string })[]> {
  return manager.query(
    `select distinct on (r.pairing_id, c.side, c.is_lead, r.shown_organization_id)
            r.id as "releaseId", r.pairing_id as "pairingId", o.name as "organizationName", c.side, r.since,
            coalesce(p.name, '') as name, coalesce(p.post, '') as post, coalesce(p.phone, '') as phone, coalesce(p.email, '') as email
     from pairing.contact_release r
     join pairing.introduction i on i.id = r.introduction_id and i.status = 'RELEASED'
     join pairing.consent c on c.pairing_id = r.pairing_id and c.round = r.round and c.organization_id = r.shown_organization_id
     join organization.organization o on o.id = r.shown_organization_id
     left join account.person p on p.id = r.person_id and p.erased_at is null
     where r.pairing_id = any($1) and r.ended_at is null
       and (r.reader_organization_id = any($2) or (r.reader = 'MATCHMAKER' and $3))
     order by r.pairing_id, c.side, c.is_lead desc, r.shown_organization_id, r.reader desc`,
    [pairingIds, organizationIds, asMatchmaker],
  );
}

export async function recordReads(
  manager: EntityManager,
  contacts: readonly (ReleasedContact & { pairingId: string })[],
  accountId: string,
  at: Date,
): Promise<void> {
  for (const contact of contacts) {
    const fields = (['name', 'post', 'phone', 'email'] as const).filter((field) => contact[field] !== '');
    await manager.query(
      'insert into pairing.contact_read (release_id, pairing_id, account_id, fields, read_at) values ($1, $2, $3, $4, $5)',
      [contact.releaseId, contact.pairingId, accountId, fields, at],
    );
  }
}
