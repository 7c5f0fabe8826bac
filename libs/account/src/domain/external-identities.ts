/** Accounts' names at another provider (OIDC): issuer and subject together. */
export abstract class ExternalIdentities {
  abstract accountOf(issuer: string, subject: string): Promise<string | undefined>;
  /** Links, in place of another subject of the same issuer. Throws IDENTITY_TAKEN (409) where it is somebody else's. */
  abstract link(identity: { issuer: string; subject: string; accountId: string; linkedBy: string | null; at: Date }): Promise<void>;
}
