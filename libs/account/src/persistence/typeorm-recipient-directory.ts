import { Injectable } from '@nestjs/common';
import type { Role } from '@mantianxing/contracts';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { RecipientDirectory, type Recipient } from '../domain/recipient-directory';

/** An account with several memberships is told once: `distinct on` keeps the oldest one that fits. */
const REACHABLE = `
  select distinct on (a.id) a.id as "accountId", coalesce(p.name, '') as name, nullif(p.email, '') as email,
         m.role, m.organization_id as "organizationId"
  from account.membership m
  join account.account a on a.id = m.account_id and a.disabled_at is null
  join account.person p on p.id = a.person_id and p.erased_at is null
  join organization.organization o on o.id = m.organization_id
  where m.ended_at is null`;

@Injectable()
export class TypeormRecipientDirectory extends RecipientDirectory {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override membersOf(organizationId: string): Promise<Recipient[]> {
    return this.unitOfWork.manager.query(`${REACHABLE} and m.organization_id = $1 order by a.id, m.id`, [organizationId]);
  }

  override holdersOf(roles: readonly Role[], districtCode: string): Promise<Recipient[]> {
    return this.unitOfWork.manager.query(
      `${REACHABLE} and m.role = any($1) and o.district_code = $2 order by a.id, m.id`,
      [roles, districtCode],
    );
  }

  override async reach(accountId: string): Promise<Pick<Recipient, 'name' | 'email'> | null> {
    const [found] = await this.unitOfWork.manager.query<Pick<Recipient, 'name' | 'email'>[]>(
      `select coalesce(p.name, '') as name, nullif(p.email, '') as email
       from account.account a join account.person p on p.id = a.person_id
       where a.id = $1 and a.disabled_at is null and p.erased_at is null`,
      [accountId],
    );
    return found ?? null;
  }

  override async namesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.manager.query<{ id: string; name: string }[]>(
      `select a.id, p.name from account.account a join account.person p on p.id = a.person_id
       where a.id = any($1) and p.erased_at is null and p.name <> ''`,
      [accountIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
