/** Where signed-in sessions are kept. The key is a digest: whoever reads the table cannot become anyone. */
export abstract class SessionShelf {
  /** The session's data, or undefined when unknown or past its time. */
  abstract find(sidHash: Buffer, now: Date): Promise<unknown>;
  /** Writes the session; `accountId` makes it revocable by person. */
  abstract put(session: { sidHash: Buffer; accountId: string | null; data: object; expiresAt: Date }): Promise<void>;
  abstract remove(sidHash: Buffer): Promise<void>;
  /** Signs the account out everywhere; answers how many sessions ended. */
  abstract removeOf(accountId: string): Promise<number>;
  /** Deletes what is past its time; answers how many rows went. */
  abstract sweep(now: Date): Promise<number>;
}
