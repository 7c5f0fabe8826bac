import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';
import { FactorCodes, SecondFactors } from '../domain/second-factors';
import { FREE_ATTEMPTS, pauseAfter, SignInAttempts } from '../domain/sign-in-attempts';
import { CheckFactor } from './check-factor';
import { ConfirmPassword } from './confirm-password';

/** 启用动态验证码: the secret is shown once, the first right code puts it in force. */
@Injectable()
export class EnrolFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactors,
    private readonly codes: FactorCodes,
    private readonly confirmPassword: ConfirmPassword,
    private readonly checkFactor: CheckFactor,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  /** Secret and `otpauth://` address for the app. Throws CURRENT_PASSWORD_WRONG (422), FACTOR_THERE (409). */
  async start(accountId: string, password: string): Promise<{ secret: string; uri: string }> {
    await this.confirmPassword.execute(accountId, password);
    const account = await this.accounts.find(accountId);
    const secret = this.codes.newSecret(accountId);
    await this.unitOfWork.run(async () => {
      if ((await this.factors.lock(accountId))?.confirmedAt) throw accountErrors.factorThere();
      await this.factors.begin(accountId, secret, this.clock.now());
    });
    return this.codes.shown(accountId, secret, account?.login ?? '');
  }

  /** Answers ten recovery codes, shown this once. Throws FACTOR_NOT_BEGUN, FACTOR_THERE (409), FACTOR_CODE_WRONG (422). */
  async confirm(accountId: string, code: string): Promise<string[]> {
    const tried = { what: 'factor', accountId } as const;
    const { waitMs, failures } = await this.attempts.begin(tried, this.clock.now());
    if (waitMs > 0) throw accountErrors.tooManyAttempts(Math.ceil(waitMs / 1000));
    const made = await this.unitOfWork.run(async () => {
      const factor = await this.factors.lock(accountId);
      if (!factor) throw accountErrors.factorNotBegun();
      if (factor.confirmedAt) throw accountErrors.factorThere();
      const now = this.clock.now();
      const step = this.codes.stepOf(accountId, factor.secret, code, now);
      if (step === null) return null;
      // Counts as used: the same code does not sign in afterwards.
      await this.factors.took(accountId, step, now);
      return this.newCodes(accountId);
    });
    if (!made) throw accountErrors.factorCodeWrong(Math.max(0, FREE_ATTEMPTS - failures), pauseAfter(failures) / 1000);
    await this.attempts.succeeded(tried);
    return made;
  }

  /** New recovery codes in place of the old ones, against a code. Throws as `CheckFactor`. */
  async renewCodes(accountId: string, code: string): Promise<string[]> {
    await this.checkFactor.execute(accountId, code);
    return this.unitOfWork.run(() => this.newCodes(accountId));
  }

  private async newCodes(accountId: string): Promise<string[]> {
    const made = this.codes.newRecoveryCodes(accountId);
    await this.factors.putRecoveryCodes(accountId, made.map(({ hash }) => hash));
    return made.map(({ code }) => code);
  }
}
