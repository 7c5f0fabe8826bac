/** Tries that pass without a pause, and the pauses after them, in milliseconds. */
export const FREE_ATTEMPTS = 5;
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 15 * 60_000;
/** A pair of login and address that was quiet this long begins anew. */
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
 * Counts tries for one login from one address. Both together, and a pause instead of a lock:
 * whoever guesses at somebody else's login slows down only himself.
 */
export abstract class SignInAttempts {
  /** Registers a try as failed before the password is looked at, so that parallel tries count too. */
  abstract begin(login: string, address: string, now: Date): Promise<Attempt>;
  abstract succeeded(login: string, address: string): Promise<void>;
}
