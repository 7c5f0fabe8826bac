export interface Findings {
  /** How many things were looked at. */
  compared: number;
  /** How many are not as promised. */
  found: number;
  /** Asks for what is missing; answers how many of `found` that sees to. */
  mend(): Promise<number>;
  /** Chinese; empty when there is nothing to say. */
  note?: string;
}

/**
 * One promise of the journey: what PostgreSQL knows, held against what should have followed from it. Looking changes
 * nothing. It reasons from the state of the rows, not from what was once sent, so it holds whatever was lost and when;
 * what is still under way (an unfinished job, a row changed within `SETTLED_MS`) counts as kept.
 */
export abstract class PromiseCheck {
  /** As `verb-noun`, stable: stands in the table and in `--json`. */
  abstract readonly name: string;
  /** What people call it. */
  abstract readonly label: string;
  abstract look(now: Date): Promise<Findings>;
}

/** All promises, in the order of the journey. */
export const PROMISE_CHECKS = Symbol('PROMISE_CHECKS');

/** A row that changed within this time may still be on its way, in milliseconds. */
export const SETTLED_MS = 60_000;

export const nothingFound = (compared: number, note = ''): Findings => ({ compared, found: 0, mend: async () => 0, note });

export const hasSettled = (changedAt: Date, now: Date): boolean => now.getTime() - changedAt.getTime() >= SETTLED_MS;
