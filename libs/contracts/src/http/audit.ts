import { z } from 'zod';
import { AUDIT_ACTIONS } from '../vocabulary/audit-words';
import { text } from './shared';

/** All filters may be left out. `before`: the last entry already shown. */
export const AuditLogQuery = z.strictObject({
  /** Login, name, or number of an account; or number of a unit or firm. */
  who: text(100).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  /** Number of what it was about. */
  subject: text(100).optional(),
  /** Days in Asia/Shanghai, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  before: z.uuid().optional(),
});
export type AuditLogQuery = z.infer<typeof AuditLogQuery>;

export const AuditEntryView = z
  .strictObject({
    id: z.uuid(),
    at: z.string(),
    /** Empty for programs. */
    who: z.string(),
    roles: z.array(z.string()),
    organizations: z.array(z.string()),
    action: z.string(),
    actionLabel: z.string(),
    way: z.string(),
    operation: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    /** Field, value before and after as text; both null where only the name of the field is kept. */
    changes: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    address: z.string(),
    agent: z.string(),
    requestId: z.string(),
    /** Place in the chain; null while it is not sealed. */
    position: z.int().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const AuditLogView = z
  .strictObject({
    items: z.array(AuditEntryView),
    /** `before` of the next page; absent on the last. */
    next: z.uuid().optional(),
  })
  .meta({ id: 'AuditLog' });
export type AuditLogView = z.infer<typeof AuditLogView>;
