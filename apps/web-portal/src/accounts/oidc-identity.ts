/** Somebody another provider has recognised. */
export interface ProvenIdentity {
  issuer: string;
  subject: string;
  /** Only where the provider says it has verified it. */
  verifiedEmail: string | null;
}
