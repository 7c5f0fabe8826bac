import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { accountErrors } from '../domain/account.errors';
import { normalLogin, type Account } from '../domain/account';
import { AccountRepository } from '../domain/account.repository';
import { RESET_TTL } from '../domain/invitation';
import { LinkTokens } from '../domain/link-tokens';
import { SignInAttempts } from '../domain/sign-in-attempts';

/** No answer comes sooner, whether or not there is such an account: milliseconds. */
const NO_SOONER_MS = 400;

/**
 * 忘记密码, by login or e-mail. The answer and the time it takes are the same whether or not there is such an account.
 * One account gets no more than a few mails an hour; all of its links end with the first that is used.
 */
@Injectable()
export class AskPasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: LinkTokens,
    private readonly outbox: Outbox,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  /** Throws TOO_MANY_ATTEMPTS (429) by what was typed and where from alone, never by whether it exists. */
  async execute(loginOrEmail: string, address: string): Promise<void> {
    const login = normalLogin(loginOrEmail);
    const { waitMs } = await this.attempts.begin({ what: 'reset', login, address }, this.clock.now());
    if (waitMs > 0) throw accountErrors.tooManyAttempts(Math.ceil(waitMs / 1000));
    const soonest = new Promise((resolve) => setTimeout(resolve, NO_SOONER_MS));
    const [outcome] = await Promise.allSettled([this.send(login), soonest]);
    if (outcome.status === 'rejected') throw outcome.reason;
  }

  private async send(login: string): Promise<void> {
    const byLogin = await this.accounts.findByLogin(login);
    const found = byLogin ? [byLogin] : await this.accounts.byEmail(login);
    for (const account of found) if (!account.disabledAt) await this.sendTo(account);
  }

  private async sendTo({ id }: Account): Promise<void> {
    const { waitMs } = await this.attempts.begin({ what: 'mail', accountId: id }, this.clock.now());
    if (waitMs > 0) return;
    await this.unitOfWork.run(async () => {
      const key = { purpose: 'PASSWORD_RESET', subjectId: id, accountId: id } as const;
      const { id: linkId } = await this.links.issue(key, RESET_TTL);
      const event = { name: 'password.reset-asked', subjectId: id, revision: 1, ids: { linkId } } as const;
      await this.outbox.record(event, systemActor(''));
    });
  }
}
