import type { MessageKind, MessageMode } from '@mantianxing/contracts';
import type { Delivery } from './delivery';
import type { AddressedNotice, Notification } from './notification';

export interface InboxEntry extends Notification {
  /** Its own deliveries and those of the digests it stands in. */
  deliveries: Pick<Delivery, 'channel' | 'bundleId' | 'status' | 'sentAt' | 'createdAt'>[];
}

export abstract class NotificationRepository {
  /**
   * One row per event and recipient, and per `once` and recipient; answers those that did not stand already. Inside a transaction: until it ends,
   * nobody else gets a row of the same event and person.
   */
  abstract add(eventId: string, notices: AddressedNotice[], at: Date): Promise<Notification[]>;

  /** Everyone who has a notification of one of these events. */
  abstract recipientsOf(eventIds: readonly string[]): Promise<string[]>;

  /** Newest first; with `before`, those older than this one of the same person. */
  abstract inboxOf(recipientId: string, limit: number, before?: string): Promise<InboxEntry[]>;
  /** Undefined for a message of somebody else as for one that does not exist. */
  abstract inboxEntry(recipientId: string, id: string): Promise<InboxEntry | undefined>;
  abstract unreadOf(recipientId: string): Promise<number>;
  /** False when there is no such notification of this person. Reading twice keeps the first time. */
  abstract markRead(recipientId: string, id: string, at: Date): Promise<boolean>;
  abstract markAllRead(recipientId: string, at: Date): Promise<void>;
}

export abstract class PreferenceRepository {
  /** What these people chose for their e-mail; kinds they left alone are absent. */
  abstract of(accountIds: readonly string[]): Promise<Map<string, Partial<Record<MessageKind, MessageMode>>>>;
  abstract set(accountId: string, kind: MessageKind, mode: MessageMode, at: Date): Promise<void>;
}
