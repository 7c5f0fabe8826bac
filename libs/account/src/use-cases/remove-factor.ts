import { Inject, Injectable } from '@nestjs/common';
import { lettersOf, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { asksForFactor, ENV, type Env } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';
import { NEEDS_FACTOR, SecondFactors } from '../domain/second-factors';
import { SessionShelf } from '../domain/session-shelf';
import { CheckFactor } from './check-factor';

/** Takes a second factor away: one's own against a code, or somebody's who has lost the phone. */
@Injectable()
export class RemoveFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactors,
    private readonly sessions: SessionShelf,
    private readonly checkFactor: CheckFactor,
    @Inject(ENV) private readonly env: Pick<Env, 'SECOND_FACTOR' | 'NODE_ENV'>,
  ) {}

  /** Throws FACTOR_NEEDED (403) for roles that must have one, otherwise as `CheckFactor`. */
  async own(actor: Actor, code: string): Promise<void> {
    const isNeeded = asksForFactor(this.env) && actor.memberships.some(({ role }) => NEEDS_FACTOR.has(role));
    if (isNeeded) throw accountErrors.factorNeeded();
    await this.checkFactor.execute(actor.accountId, code);
    await this.unitOfWork.run(() => this.factors.remove(actor.accountId));
  }

  /** An admin's act; ends every session of the account. Throws MEMBER_NOT_FOUND (404), NOT_ONESELF (403). */
  async ofAnother(actor: Actor, accountId: string): Promise<void> {
    const member = await this.accounts.findMember(accountId);
    const isInDistrict = member?.memberships.some(({ districtCode }) => districtCode === actor.districtCode);
    if (!lettersOf(actor).has('A') || !isInDistrict) throw accountErrors.memberUnknown();
    if (accountId === actor.accountId) throw accountErrors.notOneself();
    await this.unitOfWork.run(async () => {
      await this.factors.remove(accountId);
      await this.sessions.removeOf(accountId);
    });
  }
}
