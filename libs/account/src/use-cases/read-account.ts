import { Injectable } from '@nestjs/common';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';

/** What a person may know of their own account beside their roles. */
@Injectable()
export class ReadAccount {
  constructor(private readonly accounts: AccountRepository) {}

  /** Throws MEMBER_NOT_FOUND (404). */
  async execute(accountId: string): Promise<{ login: string; hasPassword: boolean; passwordSetAt: Date | null }> {
    const account = await this.accounts.find(accountId);
    if (!account) throw accountErrors.memberUnknown();
    const { login, passwordHash, passwordSetAt } = account;
    return { login, hasPassword: passwordHash !== null, passwordSetAt };
  }
}
