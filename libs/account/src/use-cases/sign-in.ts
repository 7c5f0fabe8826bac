import { Injectable } from '@nestjs/common';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { normalLogin } from '../domain/account';
import { AccountRepository } from '../domain/account.repository';
import { PasswordHasher } from '../domain/password-hasher';
import { FREE_ATTEMPTS, pauseAfter, SignInAttempts } from '../domain/sign-in-attempts';

export interface SignInRequest {
  login: string;
  password: string;
  /** Network address the try comes from. */
  address: string;
}

/**
 * Tells who is signing in. An unknown login, a disabled account and a wrong password get the same answer
 * after the same work. Throws WRONG_CREDENTIALS (401) or TOO_MANY_ATTEMPTS (429).
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordHasher,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  async execute(request: SignInRequest): Promise<{ accountId: string }> {
    const login = normalLogin(request.login);
    const tried = { what: 'login', login, address: request.address } as const;
    const { waitMs, failures } = await this.attempts.begin(tried, this.clock.now());
    if (waitMs > 0) throw accountErrors.tooManyAttempts(Math.ceil(waitMs / 1000));
    const account = await this.accounts.findByLogin(login);
    const hash = account && !account.disabledAt ? account.passwordHash : null;
    const right = await this.passwords.matches(hash, request.password);
    if (!right || !account) {
      throw accountErrors.wrongCredentials(Math.max(0, FREE_ATTEMPTS - failures), pauseAfter(failures) / 1000);
    }
    await this.attempts.succeeded(tried);
    return { accountId: account.id };
  }
}
