import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';
import { ExternalIdentities } from '../domain/external-identities';
import { ConfirmPassword } from './confirm-password';

/** One's own name at the operator's provider: linked and let go by oneself, the password asked once more before each. */
@Injectable()
export class OwnIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: ExternalIdentities,
    private readonly accounts: AccountRepository,
    private readonly confirmPassword: ConfirmPassword,
    private readonly clock: Clock,
  ) {}

  /** Since when one is linked; undefined where none is. */
  async linkedAt(accountId: string): Promise<Date | undefined> {
    return this.identities.linkedAt(accountId);
  }

  /** Before the way to the provider begins. Throws as `ConfirmPassword`. */
  mayLink(accountId: string, password: string): Promise<void> {
    return this.confirmPassword.execute(accountId, password);
  }

  /** After it: the provider has recognised whoever is signed in here. Throws IDENTITY_TAKEN (409). */
  async link(accountId: string, { issuer, subject }: { issuer: string; subject: string }): Promise<void> {
    const identity = { issuer, subject, accountId, linkedBy: accountId, at: this.clock.now() };
    await this.unitOfWork.run(() => this.identities.link(identity));
  }

  /** Throws as `ConfirmPassword`, and IDENTITY_NEEDED (409) where it is the only way in. */
  async unlink(accountId: string, password: string): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account?.passwordHash) throw accountErrors.identityNeeded();
    await this.confirmPassword.execute(accountId, password);
    await this.unitOfWork.run(() => this.identities.unlink(accountId));
  }
}
