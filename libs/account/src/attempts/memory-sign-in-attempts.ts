import { Injectable } from '@nestjs/common';
import { FORGET_AFTER, pauseAfter, SignInAttempts, type Attempt } from '../domain/sign-in-attempts';

const MOST_KEPT = 20_000;

interface Count {
  failures: number;
  lastAt: number;
}

/** Counts in this process: addresses of people who mistype need not be stored, and a restart may forget them. */
@Injectable()
export class MemorySignInAttempts extends SignInAttempts {
  private readonly counts = new Map<string, Count>();

  override async begin(login: string, address: string, now: Date): Promise<Attempt> {
    const key = keyOf(login, address);
    const at = now.getTime();
    const known = this.counts.get(key);
    const failures = known && at - known.lastAt < FORGET_AFTER ? known.failures : 0;
    const waitMs = known && failures > 0 ? known.lastAt + pauseAfter(failures) - at : 0;
    if (waitMs > 0) return { waitMs, failures };
    // Set anew, so that the map stays in order of last use and the oldest can go first.
    this.counts.delete(key);
    this.counts.set(key, { failures: failures + 1, lastAt: at });
    if (this.counts.size > MOST_KEPT) this.counts.delete(this.counts.keys().next().value as string);
    return { waitMs: 0, failures: failures + 1 };
  }

  override async succeeded(login: string, address: string): Promise<void> {
    this.counts.delete(keyOf(login, address));
  }
}

const keyOf = (login: string, address: string): string => JSON.stringify([login, address]);
