import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from '@mantianxing/database';
import { ENV, type Env } from '@mantianxing/platform';
import { FORGET_AFTER, pauseAfter, SignInAttempts, type Attempt, type Tried } from '../domain/sign-in-attempts';

/**
 * One row per thing tried, under a keyed digest: addresses and mistyped logins are nowhere to be read. Beside every
 * transaction, so that a refused sign-in counts although it is rolled back.
 */
@Injectable()
export class TypeormSignInAttempts extends SignInAttempts {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: Pick<Env, 'SESSION_SECRET'>,
  ) {
    super();
  }

  override begin(tried: Tried, now: Date): Promise<Attempt> {
    const key = this.keyOf(tried);
    return this.dataSource.transaction(async (manager) => {
      // The row is made first and then locked: of twenty tries at once each sees the count of the one before.
      await manager.query('insert into account.sign_in_attempt (key, failures, last_at) values ($1, 0, $2) on conflict do nothing', [key, now]);
      const [row] = await manager.query<{ failures: number; last_at: Date }[]>(
        'select failures, last_at from account.sign_in_attempt where key = $1 for update',
        [key],
      );
      const quiet = !row || now.getTime() - row.last_at.getTime() >= FORGET_AFTER;
      const failures = quiet ? 0 : row.failures;
      const waitMs = failures > 0 && row ? row.last_at.getTime() + pauseAfter(failures) - now.getTime() : 0;
      if (waitMs > 0) return { waitMs, failures };
      await manager.query(
        `insert into account.sign_in_attempt (key, failures, last_at) values ($1, $2, $3)
         on conflict (key) do update set failures = excluded.failures, last_at = excluded.last_at`,
        [key, failures + 1, now],
      );
      return { waitMs: 0, failures: failures + 1 };
    });
  }

  override async succeeded(tried: Tried): Promise<void> {
    await this.dataSource.query('delete from account.sign_in_attempt where key = $1', [this.keyOf(tried)]);
  }

  override async sweep(now: Date): Promise<number> {
    const gone = await this.dataSource.query<[unknown[], number]>('delete from account.sign_in_attempt where last_at <= $1', [
      new Date(now.getTime() - FORGET_AFTER),
    ]);
    return gone[1];
  }

  private keyOf(tried: Tried): Buffer {
    const subject = 'login' in tried ? [tried.what, tried.login, tried.address] : [tried.what, tried.accountId];
    return createHmac('sha256', `attempts ${this.env.SESSION_SECRET}`).update(JSON.stringify(subject)).digest();
  }
}
