import { z } from 'zod';
import { DELIVERY_STATES, GROUP_EVENTS, MESSAGE_KINDS, MESSAGE_MODES, ROBOT_KINDS } from '../vocabulary/message-words';
import { page, text, versionField } from './shared';

export const MessagePreferenceView = z
  .strictObject({
    items: z.array(
      z.strictObject({
        kind: z.enum(MESSAGE_KINDS),
        /** Examples, as a sentence. */
        note: z.string(),
        mode: z.enum(MESSAGE_MODES),
        isDefault: z.boolean(),
        /** Why it cannot be changed; empty where it can. */
        fixedBecause: z.string(),
      }),
    ),
    /** As `09:00`. */
    digestAt: z.string(),
    /** As `20:00–08:00`; empty where mails go out at any hour. */
    quietHours: z.string(),
    /** False: no address is known, so nothing but the inbox is left. */
    hasEmail: z.boolean(),
  })
  .meta({ id: 'MessagePreferences' });
export type MessagePreferenceView = z.infer<typeof MessagePreferenceView>;

export const SetMessagePreference = z
  .strictObject({ kind: z.enum(MESSAGE_KINDS), mode: z.enum(MESSAGE_MODES) })
  .meta({ id: 'SetMessagePreference' });
export type SetMessagePreference = z.infer<typeof SetMessagePreference>;

export const DeliveryQuery = z.strictObject({
  state: z.enum(DELIVERY_STATES).optional(),
  kind: z.enum(MESSAGE_KINDS).optional(),
  /** Day in Asia/Shanghai on which it was made. */
  day: z.iso.date().regex(/^20\d{2}-/).optional(),
  page: page.optional(),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

/** One delivery, without the address it went to: contacts are no part of the log. */
export const DeliveryRowView = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(DELIVERY_STATES),
    /** 邮件, 邮件汇总, or the robot's kind. */
    channel: z.string(),
    subject: z.string(),
    /** Kind of message; null for a digest or a group message, which may hold several. */
    kind: z.enum(MESSAGE_KINDS).nullable(),
    /** A person's name or a group's. */
    recipient: z.string(),
    /** How many messages it covers. */
    covers: z.int(),
    attempts: z.int(),
    /** What went wrong last, and what to do about it; empty where nothing did. */
    fault: z.string(),
    /** What the server said, for whoever mends it. */
    faultDetail: z.string(),
    createdAt: z.string(),
    /** When it goes on: the next try, or the end of the wait. */
    dueAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    openedAt: z.string().nullable(),
    resendNo: z.int(),
    /** Who had it sent again; empty for the first. */
    resentBy: z.string(),
    mayResend: z.boolean(),
    mayCancel: z.boolean(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryRowView = z.infer<typeof DeliveryRowView>;

export const DeliveryLogView = z
  .strictObject({
    items: z.array(DeliveryRowView),
    total: z.int(),
    pageSize: z.int(),
    /** Deliveries that wait for somebody, over all days. */
    failed: z.int(),
  })
  .meta({ id: 'DeliveryLog' });
export type DeliveryLogView = z.infer<typeof DeliveryLogView>;

/** The id of what was made. */
export const MadeView = z.strictObject({ id: z.uuid() }).meta({ id: 'Made' });
export type MadeView = z.infer<typeof MadeView>;

export const GroupRobotView = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(ROBOT_KINDS),
    name: z.string(),
    /** The vendor's host; address and secret are never read back. */
    host: z.string(),
    hasSecret: z.boolean(),
    events: z.array(z.enum(GROUP_EVENTS)),
    status: z.enum(['ACTIVE', 'PAUSED']),
    version: versionField,
    createdAt: z.string(),
    lastSentAt: z.string().nullable(),
  })
  .meta({ id: 'GroupRobot' });
export type GroupRobotView = z.infer<typeof GroupRobotView>;

export const GroupRobotListView = z.strictObject({ items: z.array(GroupRobotView) }).meta({ id: 'GroupRobotList' });
export type GroupRobotListView = z.infer<typeof GroupRobotListView>;

export const AddGroupRobot = z
  .strictObject({
    kind: z.enum(ROBOT_KINDS),
    name: text(40, 1),
    webhook: text(500, 1),
    /** 加签密钥 of 钉钉 and 签名校验 of 飞书; 企业微信 has none. */
    secret: text(200).optional(),
    events: z.array(z.enum(GROUP_EVENTS)).min(1).max(GROUP_EVENTS.length),
  })
  .meta({ id: 'AddGroupRobot' });
export type AddGroupRobot = z.infer<typeof AddGroupRobot>;

/** How a message sent for trying went, in words. */
export const RobotTrialView = z.strictObject({ arrived: z.boolean(), message: z.string() }).meta({ id: 'RobotTrial' });
export type RobotTrialView = z.infer<typeof RobotTrialView>;
