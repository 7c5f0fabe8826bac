import { Injectable } from '@nestjs/common';
import type { Role } from '@mantianxing/contracts';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { QueryFailedError } from 'typeorm';
import { accountErrors } from '../domain/account.errors';
import { sideOf, type Account } from '../domain/account';
import { AccountRepository, type Member, type NewAccount } from '../domain/account.repository';
import { AccountEntity, MembershipEntity, PersonEntity } from './account.entities';

interface MemberRow {
  account_id: string;
  person: string | null;
  organization_id: string | null;
  organization: string;
  role: Role;
  district_code: string;
}

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

@Injectable()
export class TypeormAccountRepository extends AccountRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async findByLogin(login: string): Promise<Account | undefined> {
    const found = await this.unitOfWork.manager.findOneBy(AccountEntity, { login });
    return found ?? undefined;
  }

  override async findMember(accountId: string): Promise<Member | undefined> {
    const rows = await this.unitOfWork.manager.query<MemberRow[]>(
      `select a.id as account_id, p.name as person, o.id as organization_id, o.name as organization,
              m.role, o.district_code
       from account.account a
       join account.person p on p.id = a.person_id
       left join account.membership m on m.account_id = a.id and m.ended_at is null
       left join organization.organization o on o.id = m.organization_id
       where a.id = $1 and a.disabled_at is null
       order by m.id`,
      [accountId],
    );
    const [first] = rows;
    if (!first) return undefined;
    return {
      accountId: first.account_id,
      name: first.person ?? '',
      memberships: rows.flatMap((row) =>
        row.organization_id
          ? [
              {
                organizationId: row.organization_id,
                organizationName: row.organization,
                role: row.role,
                districtCode: row.district_code,
              },
            ]
          : [],
      ),
    };
  }

  override async add({ login, passwordHash, person, memberships }: NewAccount): Promise<string> {
    const { manager } = this.unitOfWork;
    try {
      const { id: personId } = await manager.save(PersonEntity, { ...person } as PersonEntity);
      const { id: accountId } = await manager.save(AccountEntity, { personId, login, passwordHash } as AccountEntity);
      for (const { organizationId, role } of memberships) {
        await manager.insert(MembershipEntity, { accountId, organizationId, role, side: sideOf(role) });
      }
      return accountId;
    } catch (error) {
      throw refusalOf(error, login);
    }
  }
}

/** The database's two refusals a person can mend; anything else stays what it is. */
function refusalOf(error: unknown, login: string): unknown {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
  if (code === UNIQUE_VIOLATION) return accountErrors.loginTaken(login);
  if (code === FOREIGN_KEY_VIOLATION) return accountErrors.unknownOrganization();
  return error;
}
