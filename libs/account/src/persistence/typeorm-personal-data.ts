import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { QueryFailedError } from 'typeorm';
import { accountErrors } from '../domain/account.errors';
import { PersonalData, type Erasure } from '../domain/personal-data';

/** Raised by the database's own rule on account.person. */
const STILL_NAMED = 'MX001';
/** What only served signing in. */
const SIGN_IN_TABLES = ['session', 'link_token', 'recovery_code', 'second_factor', 'external_identity', 'known_device'].map((name) => `account.${name}`);

@Injectable()
export class TypeormPersonalData extends PersonalData {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  override async endedBefore(moment: Date, limit: number): Promise<string[]> {
    const rows = await this.unitOfWork.manager.query<{ id: string }[]>(
      `select a.id from account.account a
       join account.person p on p.id = a.person_id and p.erased_at is null
       join account.membership m on m.account_id = a.id
       group by a.id having bool_and(m.ended_at is not null) and max(m.ended_at) <= $1
       order by max(m.ended_at) limit $2`,
      [moment, limit],
    );
    return rows.map(({ id }) => id);
  }

  override async emptyContactsAtRest(moment: Date, now: Date): Promise<number> {
    const [, count] = await this.unitOfWork.manager.query<[unknown, number]>(
      `update account.person set name = null, post = null, phone = null, email = null, erased_at = $2
       where id in (select account.unneeded_contacts($1))`,
      [moment, now],
    );
    return count;
  }

  override async accountOf(login: string): Promise<string | undefined> {
    const [row] = await this.unitOfWork.manager.query<{ id: string }[]>('select id from account.account where login = lower($1)', [login]);
    return row?.id;
  }

  override async erase({ accountId, reason, byAccountId, erasedAt }: Erasure): Promise<boolean> {
    const { manager } = this.unitOfWork;
    const written = await manager.query<unknown[]>(
      `insert into account.erasure (account_id, reason, by_account_id, erased_at)
       select id, $2, (select id from account.account where id = $3::uuid), $4 from account.account where id = $1
       on conflict do nothing returning account_id`,
      [accountId, reason, byAccountId, erasedAt],
    );
    if (written.length === 0) return false;
    await this.emptyPerson(accountId, erasedAt);
    await manager.query(
      `update account.account set login = 'erased-' || id, password_hash = null, disabled_at = coalesce(disabled_at, $2) where id = $1`,
      [accountId, erasedAt],
    );
    await manager.query('update account.membership set ended_at = $2 where account_id = $1 and ended_at is null', [accountId, erasedAt]);
    for (const table of SIGN_IN_TABLES) await manager.query(`delete from ${table} where account_id = $1`, [accountId]);
    return true;
  }

  private async emptyPerson(accountId: string, erasedAt: Date): Promise<void> {
    try {
      await this.unitOfWork.manager.query(
        `update account.person p set name = null, post = null, phone = null, email = null, erased_at = $2
         from account.account a where a.id = $1 and p.id = a.person_id`,
        [accountId, erasedAt],
      );
    } catch (error) {
      const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
      throw code === STILL_NAMED ? accountErrors.personIsNamed() : error;
    }
  }

  override async erasures(): Promise<Erasure[]> {
    return this.unitOfWork.manager.query<Erasure[]>(
      `select account_id as "accountId", reason, by_account_id as "byAccountId", erased_at as "erasedAt"
       from account.erasure order by erased_at, account_id`,
    );
  }
}
