/** One entry as an inspector reads it. Names are looked up when it is read; the log itself holds ids. */
export interface AuditEntry {
  id: string;
  at: Date;
  via: string;
  operation: string;
  accountId: string | null;
  /** 已注销用户 where the person's data was removed; empty for programs. */
  accountName: string;
  roles: string[];
  organizationNames: string[];
  address: string;
  agent: string;
  requestId: string;
  eventId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** `{ field: [before, after] }`, `{ field: "*" }` where only the name is told, or the facts of a note. */
  changes: Record<string, unknown>;
  /** Place in the chain and its hash; null until sealed. */
  position: number | null;
  hash: string | null;
}

export interface AuditQuery {
  /** Login, name, or id of an account; or id of an organisation. */
  who?: string;
  action?: string;
  subjectKind?: string;
  subjectId?: string;
  from?: Date;
  until?: Date;
  /** Entries older than this one. */
  before?: string;
}

export abstract class AuditLog {
  /** Newest first. */
  abstract find(query: AuditQuery, limit: number): Promise<AuditEntry[]>;
  /** Oldest first, page by page, however many there are. */
  abstract stream(query: AuditQuery): AsyncIterable<AuditEntry>;
}
