import { Injectable } from '@nestjs/common';
import type { Role } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { normalLogin } from '../domain/account';
import { AccountRepository } from '../domain/account.repository';
import { PasswordHasher } from '../domain/password-hasher';
import { passwordProblems } from '../domain/password-policy';
import { confirmedUntil } from '../domain/recertification';

export interface CreateAccountRequest {
  login: string;
  /** Absent: the person is told things, and signs in only once a password has been set. */
  password?: string;
  person: { name: string; post?: string; phone?: string; email?: string };
  /** At least one, or the person can sign in and see nothing of their own. */
  memberships: { organizationId: string; role: Role }[];
}

/**
 * Person, account and memberships in one transaction; for the seed loader and the first accounts; others are invited.
 * Answers the account id. Throws WEAK_PASSWORD (422), LOGIN_TAKEN (409), UNKNOWN_ORGANIZATION (422).
 */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  async execute(request: CreateAccountRequest): Promise<string> {
    const login = normalLogin(request.login);
    const { password } = request;
    const problems = password === undefined ? [] : passwordProblems(password, login);
    if (problems.length > 0) throw accountErrors.weakPassword(problems);
    const passwordHash = password === undefined ? null : await this.passwords.hash(password);
    const at = this.clock.now();
    const recertifyOn = confirmedUntil(dayInShanghai(at));
    const memberships = request.memberships.map((membership) => ({ ...membership, recertifyOn }));
    return this.unitOfWork.run(() => this.accounts.add({ login, passwordHash, person: request.person, memberships, at }));
  }
}
