import { Injectable } from '@nestjs/common';
import { LinkTokens, RemindRecertification, SignInAttempts } from '@mantianxing/account';
import { RecurringTask } from './recurring-task';

/** Links that expired 30 days ago leave no trace (MODEL.md section 5). */
@Injectable()
export class SweepLinkTokens extends RecurringTask {
  override readonly name = 'sweep-link-tokens';
  override readonly everySeconds = 6 * 3600;

  constructor(private readonly links: LinkTokens) {
    super();
  }

  override run(): Promise<number> {
    return this.links.sweep();
  }
}

/** Counted tries are forgotten an hour after the last. */
@Injectable()
export class SweepSignInAttempts extends RecurringTask {
  override readonly name = 'sweep-sign-in-attempts';
  override readonly everySeconds = 3600;

  constructor(private readonly attempts: SignInAttempts) {
    super();
  }

  override run(now: Date): Promise<number> {
    return this.attempts.sweep(now);
  }
}

/** 年度确认: 30 days before a membership's day, its organisation is told. */
@Injectable()
export class RemindOfRecertification extends RecurringTask {
  override readonly name = 'remind-recertification';
  override readonly everySeconds = 6 * 3600;

  constructor(private readonly remind: RemindRecertification) {
    super();
  }

  override run(): Promise<number> {
    return this.remind.execute();
  }
}
