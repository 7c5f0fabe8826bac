/** Accounts' names at another provider (OIDC): issuer and subject together. */
export abstract class ExternalIdentities {
  abstract accountOf(issuer: string, subject: string): Promise<string | undefined>;
  /** Since when the account is linked; undefined where it is not. */
  abstract linkedAt(accountId: string): Promise<Date | undefined>;
  abstract unlink(accountId: string): Promise<void>;
  /** Links, in place of another subject of the same issuer. Throws IDENTITY_TAKEN (409) where it is somebody else's. */
  abstract link(identity: { issuer: string; subject: string; accountId: string; linkedBy: string | null; at: Date }): Promise<void>;
}
