/** What a link may open. A new purpose needs its word in the table's check too. */
export const LINK_PURPOSES = ['INVITATION', 'PASSWORD_RESET', 'CONSENT'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export interface LinkKey {
  purpose: LinkPurpose;
  /** What the link is about: an invitation, an account, a consent. */
  subjectId: string;
  /** Whose link it is; null where nobody has an account yet. */
  accountId: string | null;
}

/** A link that was looked at. */
export interface Link extends LinkKey {
  id: string;
  expiresAt: Date;
  usedAt: Date | null;
}

/**
 * Links that open one door, once, for a time. A token is 256 bits made from a random seed in the row and a key
 * outside the database, and carries a signature: neither the database nor the key alone yields one, garbage is refused
 * without a query, and a mail that is tried again carries the same link. Tokens belong in no log, job or event.
 */
export abstract class LinkTokens {
  /** Makes a link; inside `UnitOfWork.run`. `ttlMs`: how long it opens. */
  abstract issue(key: LinkKey, ttlMs: number): Promise<{ id: string; token: string }>;

  /**
   * As `issue`, but where this key has a link that has not expired (used or not) that one stays: a step that is
   * repeated makes no second one. Inside `UnitOfWork.run`; answers the link's id.
   */
  abstract issueOnce(key: LinkKey, ttlMs: number): Promise<string>;

  /** The token of the key's newest link, at the moment of sending; null when none opens any more. */
  abstract tokenFor(key: LinkKey): Promise<string | null>;

  /** The token of one link, at the moment of sending: each try carries the same; null when it opens no more. */
  abstract tokenOf(id: string): Promise<string | null>;

  /** The link as it stands, also used or expired. Throws LINK_UNKNOWN (404). */
  abstract look(token: string, purpose: LinkPurpose): Promise<Link>;

  /** What the link would open, for showing a page: consumes nothing. Throws 404 LINK_UNKNOWN, 410 LINK_USED or LINK_EXPIRED. */
  abstract peek(token: string, purpose: LinkPurpose): Promise<Link>;

  /**
   * Uses the link up, under a lock on its row; inside `UnitOfWork.run`, so that a failure of what follows gives it back.
   * Throws as `peek`; of many at once one gets through.
   */
  abstract redeem(token: string, purpose: LinkPurpose): Promise<Link>;

  /**
   * Gives a used link back, where what it had opened was taken back; inside `UnitOfWork.run`. One that is unused stays so.
   * Throws 404 LINK_UNKNOWN, 410 LINK_EXPIRED.
   */
  abstract restore(token: string, purpose: LinkPurpose): Promise<Link>;

  /** Closes every link of the key that still opens (`accountId` null: of anybody); answers how many. */
  abstract revoke(key: LinkKey): Promise<number>;

  /** Deletes what expired more than 30 days ago (MODEL.md section 5); answers how many. */
  abstract sweep(): Promise<number>;
}
