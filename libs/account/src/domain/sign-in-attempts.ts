/** Tries that pass without a pause, and the pauses after them, in milliseconds. */
export const FREE_ATTEMPTS = 5;
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 15 * 60_000;
/** What was quiet this long begins anew. */
export const FORGET_AFTER = 60 * 60_000;

/** How long the next try must wait after `failures` wrong ones: nothing, then 30 s, doubling up to 15 min. */
export function pauseAfter(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_PAUSE * 2 ** (failures - FREE_ATTEMPTS), LONGEST_PAUSE);
}

export interface Attempt {
  /** Milliseconds still to wait; above 0 the try is refused without looking at the password. */
  waitMs: number;
  /** Wrong tries so far, this one included until it `succeeded`. */
  failures: number;
}

/**
 * What is tried. `login` and `reset` count what one address does to one login: whoever guesses at somebody else's
 * slows down only himself. `factor` counts per account wherever it comes from, since only who knows the password
 * gets that far; a new password forgets it.
 */
export type Tried =
  | { what: 'login' | 'reset'; login: string; address: string }
  | { what: 'mail' | 'factor' | 'password'; accountId: string };

/** Counts tries and makes them wait, for all portals together. */
export abstract class SignInAttempts {
  /** Registers a try as failed before it is looked at, so that parallel tries count too. */
  abstract begin(tried: Tried, now: Date): Promise<Attempt>;
  abstract succeeded(tried: Tried): Promise<void>;
  /** Forgets what was quiet for an hour; answers how many rows went. */
  abstract sweep(now: Date): Promise<number>;
}
