/** A session as it is put away. */
export interface ShelvedSession {
  sidHash: Buffer;
  /** Whose it is (also while the second step is still due): makes it revocable by person. */
  accountId: string | null;
  data: object;
  expiresAt: Date;
  /** Absent while the second step of signing in is due. */
  signedInAt?: Date | null;
  seenAt?: Date | null;
  address?: string;
  agent?: string;
}

/** One of a person's sessions, for their own eyes. */
export interface OwnSession {
  id: string;
  sidHash: Buffer;
  signedInAt: Date;
  seenAt: Date;
  address: string;
  agent: string;
}

/** Where signed-in sessions are kept. The key is a digest: whoever reads the table cannot become anyone. */
export abstract class SessionShelf {
  /** The session's data, or undefined when unknown or past its time. */
  abstract find(sidHash: Buffer, now: Date): Promise<unknown>;
  abstract put(session: ShelvedSession): Promise<void>;
  /** Prolongs one that is still there; one that was ended meanwhile stays ended. */
  abstract renew(session: ShelvedSession): Promise<void>;
  abstract remove(sidHash: Buffer): Promise<void>;
  /** Sessions the account is signed in with, the newest request first. */
  abstract of(accountId: string, now: Date): Promise<OwnSession[]>;
  /** Ends one of the account's own sessions; false when it has no such session. */
  abstract removeOne(accountId: string, id: string): Promise<boolean>;
  /** Signs the account out everywhere, but for `except` where given; answers how many sessions ended. */
  abstract removeOf(accountId: string, except?: Buffer): Promise<number>;
  /** Deletes what is past its time; answers how many rows went. */
  abstract sweep(now: Date): Promise<number>;
}
