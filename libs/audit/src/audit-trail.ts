/** What the database cannot see by itself: rows that change are logged by triggers (libs/database, audited-tables). */
export type AuditAction =
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'refused'
  | 'exported'
  | 'read-contacts'
  | 'removed-entries';

export interface AuditNote {
  action: AuditAction;
  /** Kind and id of what it was about: `account.account`, `pairing.contact_release`, `route`. */
  subjectKind: string;
  subjectId?: string;
  /** Facts beside it: names of fields, counts, codes. Never a contact, a password, a secret or a token. */
  facts?: Record<string, string | number | boolean | readonly string[]>;
}

/**
 * Writes into the audit log on behalf of whoever acts (`acting` of platform); joins the running transaction, so that
 * an entry and what it tells of commit together.
 */
export abstract class AuditTrail {
  abstract record(note: AuditNote): Promise<void>;

  /**
   * To be called inside the transaction that reads contact data: nobody reads without an entry. `fields` are names of
   * fields, never what stands in them.
   */
  read(subjectKind: string, subjectId: string, fields: readonly string[]): Promise<void> {
    return this.record({ action: 'read-contacts', subjectKind, subjectId, facts: { fields } });
  }
}
