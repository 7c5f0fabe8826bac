import type { Delivery } from './delivery';
import type { DeliveryStatus } from './delivery-status';
import type { Notification } from './notification';

export interface LogFilter {
  state?: DeliveryStatus;
  templates?: readonly string[];
  /** From `from` on and before `to`. */
  from?: Date;
  to?: Date;
}

export interface LogRow extends Delivery {
  recipientId: string | null;
  /** The group's name where a robot writes. */
  targetName: string | null;
  resentBy: string | null;
  /** A newer delivery of the same took its place. */
  isReplaced: boolean;
  /** One of what it covers, the newest; null for a group. */
  notification: Notification | null;
  covers: number;
}

/** 投递记录, and what a person may do to a delivery. */
export abstract class DeliveryLog {
  /** Newest first. */
  abstract page(filter: LogFilter, offset: number, limit: number): Promise<{ rows: LogRow[]; total: number }>;
  abstract countFailed(): Promise<number>;
  abstract find(id: string): Promise<LogRow | null>;
  /** A new delivery of the same thing, DUE; its id, or null when somebody else was quicker. Inside a transaction. */
  abstract repeat(id: string, by: string, mailDomain: string, times: { at: Date; dueAt: Date; giveUpAt: Date }): Promise<string | null>;
  /** A link of the mail was followed: what was SENT with this notification is OPENED. */
  abstract markOpened(notificationId: string, at: Date): Promise<void>;
}
