import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  timeoutMs: number;
  /** What is waited for, as it should read in the error: "the pairing to be proposed". */
  what: string;
  everyMs?: number;
}

/**
 * Asks again until the answer is truthy and returns it. Throws when the time is over, with the last error the
 * predicate raised, so that a wait can never pass quietly.
 */
export async function waitUntil<T>(
  predicate: () => T | Promise<T>,
  { timeoutMs, what, everyMs = 25 }: WaitOptions,
): Promise<Exclude<NonNullable<T>, false>> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  do {
    try {
      const answer = await predicate();
      if (answer) return answer as Exclude<NonNullable<T>, false>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await sleep(everyMs);
  } while (Date.now() < end);
  throw new Error(`waited ${timeoutMs} ms for ${what}, in vain${last ? `; last error: ${last}` : ''}`, { cause: last });
}
