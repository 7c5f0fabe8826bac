import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { IsNull, type EntityManager } from 'typeorm';
import { sideOf } from '../domain/account';
import { accountErrors } from '../domain/account.errors';
import { Members, type InvitationLine, type MemberLine, type MembersHomeLine, type NewInvitation } from '../domain/members';
import type { MembersHome } from '../domain/member-rights';
import { MembershipEntity, PersonEntity } from './account.entities';
import { InvitationEntity } from './invitation.entity';

const INVITATIONS = `
  select i.id, i.organization_id as "organizationId", i.side, i.role, i.person_id as "personId",
         i.account_id as "accountId", i.status, i.sent, i.invited_by as "invitedBy", i.mailed_at as "mailedAt",
         i.mail_fault as "mailFault", i.created_at as "createdAt", i.closed_at as "closedAt",
         coalesce(p.name, '') as name, p.email, b.name as inviter
  from account.invitation i
  join account.person p on p.id = i.person_id
  left join account.account a on a.id = i.invited_by
  left join account.person b on b.id = a.person_id`;
const MOST_HOMES = 50;

@Injectable()
export class TypeormMembers extends Members {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async home(organizationId: string): Promise<MembersHome | undefined> {
    const [row] = await this.manager.query<MembersHome[]>(
      `select o.id, o.name, o.district_code as "districtCode",
              array(select s.side from organization.organization_side s where s.organization_id = o.id order by 1) as sides
       from organization.organization o where o.id = $1`,
      [organizationId],
    );
    return row;
  }

  override homes(districtCode: string, q: string, dueBy: string): Promise<MembersHomeLine[]> {
    return this.manager.query(
      `select o.id, o.name, o.kind, count(m.id)::int as members, (count(m.id) filter (where m.recertify_on <= $3))::int as due
       from organization.organization o
       left join account.membership m on m.organization_id = o.id and m.ended_at is null
       where o.district_code = $1 and ($2 = '' or strpos(lower(o.name), lower($2)) > 0)
       group by o.id order by due desc, o.kind = 'OFFICE' desc, o.name limit ${MOST_HOMES}`,
      [districtCode, q, dueBy],
    );
  }

  override of(organizationId: string): Promise<MemberLine[]> {
    return this.manager.query(
      `select m.id as "membershipId", a.id as "accountId", coalesce(p.name, '') as name, p.post, a.login, p.email, m.role,
              to_char(m.recertify_on, 'YYYY-MM-DD') as "recertifyOn", a.disabled_at is not null as "isDisabled",
              exists (select from account.second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasFactor",
              a.password_hash is not null as "hasPassword"
       from account.membership m
       join account.account a on a.id = m.account_id
       join account.person p on p.id = a.person_id
       where m.organization_id = $1 and m.ended_at is null
       order by m.recertify_on, p.name, m.id`,
      [organizationId],
    );
  }

  override async membership(id: string): Promise<Pick<MembershipEntity, 'accountId' | 'organizationId' | 'role'> | undefined> {
    return (await this.manager.findOneBy(MembershipEntity, { id })) ?? undefined;
  }

  override async end(id: string, at: Date): Promise<boolean> {
    const { affected } = await this.manager.update(MembershipEntity, { id, endedAt: IsNull() }, { endedAt: at });
    return affected === 1;
  }

  override async confirm(id: string, until: string, by: string): Promise<boolean> {
    const change = { recertifyOn: until, recertifyToldOn: null, certifiedBy: by };
    const { affected } = await this.manager.update(MembershipEntity, { id, endedAt: IsNull() }, change);
    return affected === 1;
  }

  override async homesOf(accountId: string): Promise<string[]> {
    const rows = await this.manager.findBy(MembershipEntity, { accountId, endedAt: IsNull() });
    return rows.map(({ organizationId }) => organizationId);
  }

  override invitations(organizationId: string): Promise<InvitationLine[]> {
    return this.manager.query(`${INVITATIONS} where i.organization_id = $1 and i.status = 'OPEN' order by i.created_at desc`, [
      organizationId,
    ]);
  }

  override async invitation(id: string): Promise<InvitationLine | undefined> {
    const [row] = await this.manager.query<InvitationLine[]>(`${INVITATIONS} where i.id = $1`, [id]);
    return row;
  }

  override async invite({ organizationId, role, name, post, email, accountId, invitedBy, at }: NewInvitation): Promise<string> {
    // One after the other for one address and organisation, so that two admins do not ask the same person twice.
    await this.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organizationId} ${email.toLowerCase()}`]);
    const [taken] = await this.manager.query<unknown[]>(
      `select 1 from account.membership m join account.account a on a.id = m.account_id join account.person p on p.id = a.person_id
       where m.organization_id = $1 and m.role = $2 and m.ended_at is null and lower(p.email) = lower($3)
       union all
       select 1 from account.invitation i join account.person p on p.id = i.person_id
       where i.organization_id = $1 and i.role = $2 and i.status = 'OPEN' and lower(p.email) = lower($3)`,
      [organizationId, role, email],
    );
    if (taken) throw accountErrors.memberAlready();
    const personId = accountId ? await this.personOf(accountId) : (await this.manager.save(PersonEntity, { name, post, email } as PersonEntity)).id;
    const side = sideOf(role);
    const saved = await this.manager.save(InvitationEntity, {
      ...{ organizationId, side, role, personId, accountId, status: 'OPEN', sent: 1, invitedBy, mailFault: '', createdAt: at },
    } as InvitationEntity);
    return saved.id;
  }

  override async sentAgain(id: string): Promise<number | null> {
    const { affected } = await this.manager.update(
      InvitationEntity,
      { id, status: 'OPEN' },
      { sent: () => 'sent + 1', mailedAt: null, mailFault: '' },
    );
    return affected === 1 ? (await this.manager.findOneByOrFail(InvitationEntity, { id })).sent : null;
  }

  override async close(
    id: string,
    end: { status: 'ACCEPTED'; accountId: string } | { status: 'CANCELLED' },
    at: Date,
  ): Promise<boolean> {
    const { affected } = await this.manager.update(InvitationEntity, { id, status: 'OPEN' }, { ...end, closedAt: at });
    if (affected === 1 && end.status === 'CANCELLED') {
      await this.manager.query(
        `update account.person p set name = null, post = null, email = null, phone = null, erased_at = $2
         from account.invitation i where i.id = $1 and p.id = i.person_id
           and not exists (select from account.account a where a.person_id = p.id)
           and not exists (select from account.invitation o where o.person_id = p.id and o.status = 'OPEN')`,
        [id, at],
      );
    }
    return affected === 1;
  }

  override async mailed(id: string, at: Date, fault: string): Promise<void> {
    await this.manager.update(InvitationEntity, { id }, { mailedAt: fault ? null : at, mailFault: fault });
  }

  override takeDue(dueBy: string): Promise<{ organizationId: string; members: number }[]> {
    return this.manager.query(
      `with told as (
         update account.membership m set recertify_told_on = m.recertify_on
         where m.ended_at is null and m.recertify_on <= $1 and m.recertify_told_on is distinct from m.recertify_on
         returning m.organization_id)
       select organization_id as "organizationId", count(*)::int as members from told group by 1 order by 1`,
      [dueBy],
    );
  }

  private async personOf(accountId: string): Promise<string> {
    const [row] = await this.manager.query<{ id: string }[]>('select person_id as id from account.account where id = $1', [accountId]);
    return row?.id ?? '';
  }
}
