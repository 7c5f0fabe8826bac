import { Injectable } from '@nestjs/common';
import type { Role } from '@mantianxing/contracts';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { In, IsNull, QueryFailedError } from 'typeorm';
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
  recertify_on: string;
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
              m.role, o.district_code, to_char(m.recertify_on, 'YYYY-MM-DD') as recertify_on
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
                recertifyOn: row.recertify_on,
              },
            ]
          : [],
      ),
    };
  }

  override async add({ login, passwordHash, person, memberships, at }: NewAccount): Promise<string> {
    const { manager } = this.unitOfWork;
    try {
      const personId = 'id' in person ? person.id : (await manager.save(PersonEntity, { ...person } as PersonEntity)).id;
      const passwordSetAt = passwordHash ? at : null;
      const { id: accountId } = await manager.save(AccountEntity, {
        ...{ personId, login, passwordHash, passwordSetAt },
      } as AccountEntity);
      for (const membership of memberships) await this.addMembership(accountId, membership);
      return accountId;
    } catch (error) {
      throw refusalOf(error, login);
    }
  }

  override async find(id: string): Promise<Account | undefined> {
    return (await this.unitOfWork.manager.findOneBy(AccountEntity, { id })) ?? undefined;
  }

  override async byEmail(email: string): Promise<Account[]> {
    const { manager } = this.unitOfWork;
    const ids = await manager.query<{ id: string }[]>(
      `select a.id from account.account a join account.person p on p.id = a.person_id
       where lower(p.email) = lower($1) and a.disabled_at is null and p.erased_at is null order by a.id`,
      [email],
    );
    return manager.findBy(AccountEntity, { id: In(ids.map(({ id }) => id)) });
  }

  override async hintsOf(accountId: string): Promise<string[]> {
    const [row] = await this.unitOfWork.manager.query<{ hints: string[] }[]>(
      `select array_remove(array[p.name, p.email] || array(
         select o.name from account.membership m join organization.organization o on o.id = m.organization_id
         where m.account_id = a.id), null) as hints
       from account.account a join account.person p on p.id = a.person_id where a.id = $1`,
      [accountId],
    );
    return row?.hints ?? [];
  }

  override async setPassword(id: string, passwordHash: string, at: Date): Promise<void> {
    await this.unitOfWork.manager.update(AccountEntity, { id }, { passwordHash, passwordSetAt: at });
  }

  override async setDisabled(id: string, disabledAt: Date | null): Promise<void> {
    await this.unitOfWork.manager.update(AccountEntity, { id }, { disabledAt });
  }

  override async noteFactorDue(id: string, at: Date): Promise<void> {
    await this.unitOfWork.manager.update(AccountEntity, { id, factorDueAt: IsNull() }, { factorDueAt: at });
  }

  override async addMembership(
    accountId: string,
    { organizationId, role, recertifyOn }: NewAccount['memberships'][number],
  ): Promise<void> {
    await this.unitOfWork.manager
      .insert(MembershipEntity, { accountId, organizationId, role, recertifyOn, side: sideOf(role) })
      .catch((error: unknown) => {
        throw codeOf(error) === UNIQUE_VIOLATION ? accountErrors.memberAlready() : refusalOf(error, '');
      });
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;

/** The database's two refusals a person can mend; anything else stays what it is. */
function refusalOf(error: unknown, login: string): unknown {
  const code = codeOf(error);
  if (code === UNIQUE_VIOLATION) return accountErrors.loginTaken(login);
  if (code === FOREIGN_KEY_VIOLATION) return accountErrors.unknownOrganization();
  return error;
}
