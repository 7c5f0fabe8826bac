import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@mantianxing/contracts';
import { asksForFactor, Clock, ENV, type Env } from '@mantianxing/platform';
import { AccountRepository } from '../domain/account.repository';
import { NEEDS_FACTOR, SecondFactors } from '../domain/second-factors';

export interface FactorStandingView {
  enrolled: boolean;
  /** The person's roles need one here. */
  required: boolean;
  /** Until then the person may work without; null where nothing is missing. */
  dueAt: Date | null;
  recoveryCodesLeft: number;
}

const DAY = 86_400_000;

/** Whether somebody has the second factor their roles need. */
@Injectable()
export class FactorStanding {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactors,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Pick<Env, 'SECOND_FACTOR' | 'NODE_ENV' | 'SECOND_FACTOR_GRACE_DAYS'>,
  ) {}

  async of(actor: Actor): Promise<FactorStandingView> {
    const enrolled = Boolean((await this.factors.find(actor.accountId))?.confirmedAt);
    const required = this.isNeededBy(actor);
    const dueAt = required && !enrolled ? await this.dueAt(actor.accountId) : null;
    const recoveryCodesLeft = enrolled ? await this.factors.recoveryCodesLeft(actor.accountId) : 0;
    return { enrolled, required, dueAt, recoveryCodesLeft };
  }

  /** NONE where nothing is missing, GRACE while it may be, MISSING afterwards. */
  async lackOf(actor: Actor): Promise<'NONE' | 'GRACE' | 'MISSING'> {
    if (!this.isNeededBy(actor)) return 'NONE';
    if ((await this.factors.find(actor.accountId))?.confirmedAt) return 'NONE';
    return (await this.dueAt(actor.accountId)) > this.clock.now() ? 'GRACE' : 'MISSING';
  }

  private isNeededBy(actor: Actor): boolean {
    return asksForFactor(this.env) && actor.memberships.some(({ role }) => NEEDS_FACTOR.has(role));
  }

  /** Counted from the first time it was looked for: accounts from before have the whole grace. */
  private async dueAt(accountId: string): Promise<Date> {
    const noted = (await this.accounts.find(accountId))?.factorDueAt;
    if (noted) return noted;
    const due = new Date(this.clock.now().getTime() + this.env.SECOND_FACTOR_GRACE_DAYS * DAY);
    await this.accounts.noteFactorDue(accountId, due);
    return due;
  }
}
