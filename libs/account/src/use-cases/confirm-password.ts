import { Injectable } from '@nestjs/common';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';
import { PasswordHasher } from '../domain/password-hasher';
import { FREE_ATTEMPTS, SignInAttempts } from '../domain/sign-in-attempts';

/** Asks a signed-in person for the password once more, before what matters. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordHasher,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  /** Throws CURRENT_PASSWORD_WRONG (422), TOO_MANY_ATTEMPTS (429). An account without a password (OIDC alone) is not asked. */
  async execute(accountId: string, password: string): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (account && account.passwordHash === null) return;
    const tried = { what: 'password', accountId } as const;
    const { waitMs, failures } = await this.attempts.begin(tried, this.clock.now());
    if (waitMs > 0) throw accountErrors.tooManyAttempts(Math.ceil(waitMs / 1000));
    const right = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (!right) throw accountErrors.currentPasswordWrong(Math.max(0, FREE_ATTEMPTS - failures));
    await this.attempts.succeeded(tried);
  }
}
