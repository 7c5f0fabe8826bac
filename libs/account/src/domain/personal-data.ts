export const ERASURE_REASONS = ['MEMBERSHIP_ENDED', 'REQUESTED'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** One removal: ids only, so that it can be kept and replayed after a restore. */
export interface Erasure {
  accountId: string;
  reason: ErasureReason;
  byAccountId: string | null;
  erasedAt: Date;
}

/** How long the data of somebody without any membership are kept (MODEL.md section 5). */
export const KEPT_DAYS = 180;

/** The one place that takes a person's data away. */
export abstract class PersonalData {
  /** Accounts not yet erased whose last membership ended before `moment`, oldest first. */
  abstract endedBefore(moment: Date, limit: number): Promise<string[]>;

  /**
   * Empties the persons without an account who were only contacts of entries that came to rest before `moment` and are
   * open to nobody's reading. Answers how many. No erasure is written: after a restore the clock does it again.
   */
  abstract emptyContactsAtRest(moment: Date, now: Date): Promise<number>;

  /** The id of the account with that login. */
  abstract accountOf(login: string): Promise<string | undefined>;

  /**
   * Empties the person, closes the account, its memberships, sessions and links, and writes the erasure; must run inside
   * `UnitOfWork.run`. False: it was erased before. Throws PERSON_IS_NAMED while an open scenario names the person.
   */
  abstract erase(erasure: Erasure): Promise<boolean>;

  /** All removals there were, oldest first. */
  abstract erasures(): Promise<Erasure[]>;
}
