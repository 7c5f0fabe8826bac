import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { FactorCodes, SecondFactors } from '../domain/second-factors';
import { FREE_ATTEMPTS, pauseAfter, SignInAttempts } from '../domain/sign-in-attempts';

/** The second step of signing in: a code of the authenticator app, or one of the recovery codes. Each is taken once. */
@Injectable()
export class CheckFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly codes: FactorCodes,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  /** Whether this account has a second factor in force. */
  async isAsked(accountId: string): Promise<boolean> {
    return Boolean((await this.factors.find(accountId))?.confirmedAt);
  }

  /** Throws FACTOR_CODE_WRONG (422) or TOO_MANY_ATTEMPTS (429). */
  async execute(accountId: string, code: string): Promise<void> {
    const tried = { what: 'factor', accountId } as const;
    const { waitMs, failures } = await this.attempts.begin(tried, this.clock.now());
    if (waitMs > 0) throw accountErrors.tooManyAttempts(Math.ceil(waitMs / 1000));
    const right = await this.unitOfWork.run(() => this.take(accountId, code));
    if (!right) throw accountErrors.factorCodeWrong(Math.max(0, FREE_ATTEMPTS - failures), pauseAfter(failures) / 1000);
    await this.attempts.succeeded(tried);
  }

  private async take(accountId: string, code: string): Promise<boolean> {
    const factor = await this.factors.lock(accountId);
    if (!factor?.confirmedAt) return false;
    const now = this.clock.now();
    const step = this.codes.stepOf(accountId, factor.secret, code, now);
    if (step === null) return this.factors.useRecoveryCode(accountId, this.codes.recoveryHash(accountId, code), now);
    // Somebody who looked over a shoulder must not use the same code again.
    if (step <= factor.lastStep) return false;
    await this.factors.took(accountId, step, now);
    return true;
  }
}
