import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@mantianxing/database';
import { systemActor } from '@mantianxing/contracts';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { AccountRepository } from '../domain/account.repository';
import { LinkTokens } from '../domain/link-tokens';
import { SessionShelf } from '../domain/session-shelf';
import { SignInAttempts } from '../domain/sign-in-attempts';
import { ConfirmPassword } from './confirm-password';
import { TakeNewPassword } from './take-new-password';

/** A new password, by oneself or by a reset's link. Every other session ends, and the person is told by mail. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly takeNew: TakeNewPassword,
    private readonly sessions: SessionShelf,
    private readonly links: LinkTokens,
    private readonly attempts: SignInAttempts,
    private readonly outbox: Outbox,
    private readonly confirmPassword: ConfirmPassword,
    private readonly clock: Clock,
  ) {}

  /** By the person, who stays signed in with `sidHash`. Throws CURRENT_PASSWORD_WRONG, WEAK_PASSWORD (422), TOO_MANY_ATTEMPTS (429). */
  async own(accountId: string, { current, next }: { current: string; next: string }, sidHash: Buffer): Promise<void> {
    await this.confirmPassword.execute(accountId, current);
    const passwordHash = await this.hashOf(accountId, next, 'next');
    await this.unitOfWork.run(() => this.set(accountId, passwordHash, sidHash));
  }

  /** By a reset's link: all sessions end. Throws as `LinkTokens.redeem`, and WEAK_PASSWORD (422), which leaves the link open. */
  async byLink(token: string, password: string): Promise<void> {
    const { subjectId } = await this.links.peek(token, 'PASSWORD_RESET');
    const passwordHash = await this.hashOf(subjectId, password, 'password');
    await this.unitOfWork.run(async () => {
      const { subjectId: accountId } = await this.links.redeem(token, 'PASSWORD_RESET');
      await this.set(accountId, passwordHash);
    });
    // Whoever guessed at the old password's second step starts anew, and so does its owner.
    await this.attempts.succeeded({ what: 'factor', accountId: subjectId });
    await this.attempts.succeeded({ what: 'password', accountId: subjectId });
  }

  private async hashOf(accountId: string, password: string, field: string): Promise<string> {
    const account = await this.accounts.find(accountId);
    if (!account || account.disabledAt) throw accountErrors.linkExpired();
    const hints = await this.accounts.hintsOf(accountId);
    return this.takeNew.execute({ password, login: account.login, hints, field });
  }

  private async set(accountId: string, passwordHash: string, except?: Buffer): Promise<void> {
    await this.accounts.setPassword(accountId, passwordHash, this.clock.now());
    await this.sessions.removeOf(accountId, except);
    await this.links.revoke({ purpose: 'PASSWORD_RESET', subjectId: accountId, accountId: null });
    const event = { name: 'password.changed', subjectId: accountId, revision: 1, ids: {} } as const;
    await this.outbox.record(event, systemActor(''));
  }
}
