import { z } from 'zod';
import { ROLES } from '../actor';
import { text } from './shared';

export const SignIn = z
  .strictObject({ login: text(60, 1), password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const SessionView = z
  .strictObject({
    account: z
      .strictObject({
        id: z.uuid(),
        name: z.string(),
        memberships: z.array(
          z.strictObject({ organizationId: z.uuid(), organizationName: z.string(), role: z.enum(ROLES) }),
        ),
      })
      .nullable(),
    /** The password was right, and a code of the second factor is due: POST /api/session/code. */
    codeDue: z.boolean(),
    /** The person's roles need a second factor and it is not there: GRACE while they may still work. */
    factorLack: z.enum(['NONE', 'GRACE', 'MISSING']),
    /** Sent back as `x-csrf-token` with every write. */
    csrfToken: z.string(),
    /** The desk this person starts at. */
    home: z.string(),
    unread: z.int(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

export const NotificationView = z
  .strictObject({
    id: z.uuid(),
    subject: z.string(),
    body: z.string(),
    link: z.string(),
    at: z.string(),
    readAt: z.string().nullable(),
    deliveries: z.array(z.strictObject({ channel: z.string(), stateLabel: z.string(), at: z.string() })),
  })
  .meta({ id: 'Notification' });
export type NotificationView = z.infer<typeof NotificationView>;

export const InboxQuery = z.strictObject({
  /** Only messages older than this one. */
  before: z.uuid().optional(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const InboxView = z
  .strictObject({
    items: z.array(NotificationView),
    /** All of them, those of other pages included. */
    unread: z.int(),
    /** `before` of the page with older messages, where there are any. */
    next: z.uuid().optional(),
  })
  .meta({ id: 'Inbox' });
export type InboxView = z.infer<typeof InboxView>;

/** Whether matching is up to date, for the notice 匹配正在追赶. */
export const SystemStatusView = z
  .strictObject({
    matching: z.enum(['current', 'catching-up', 'stopped']),
    /** Moment up to which changes have been worked off. */
    processedUpTo: z.string().nullable(),
    waiting: z.int(),
    parts: z.array(
      z.strictObject({ name: z.string(), label: z.string(), up: z.boolean(), note: z.string() }),
    ),
  })
  .meta({ id: 'SystemStatus' });
export type SystemStatusView = z.infer<typeof SystemStatusView>;
