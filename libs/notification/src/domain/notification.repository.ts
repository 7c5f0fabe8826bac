import type { Delivery, DeliveryOutcome, DeliveryWithNotification } from './delivery';
import type { AddressedNotice, Notification } from './notification';

export interface InboxEntry extends Notification {
  deliveries: Pick<Delivery, 'channel' | 'status' | 'sentAt' | 'createdAt'>[];
}

export abstract class NotificationRepository {
  /**
   * One row per event and recipient, and for those with an e-mail address one delivery; what stands already is
   * left as it is. Inside a transaction.
   */
  abstract record(eventId: string, notices: AddressedNotice[], mailDomain: string, at: Date): Promise<void>;
  /** Deliveries of an event's notifications that are not settled. */
  abstract openDeliveries(eventId: string): Promise<string[]>;

  /** Everyone who has a notification of one of these events. */
  abstract recipientsOf(eventIds: readonly string[]): Promise<string[]>;

  /** Newest first. */
  abstract inboxOf(recipientId: string, limit: number): Promise<InboxEntry[]>;
  abstract unreadOf(recipientId: string): Promise<number>;
  /** False when there is no such notification of this person. Reading twice keeps the first time. */
  abstract markRead(recipientId: string, id: string, at: Date): Promise<boolean>;
  abstract markAllRead(recipientId: string, at: Date): Promise<void>;
}

export abstract class DeliveryRepository {
  abstract find(id: string): Promise<DeliveryWithNotification | null>;
  /**
   * Takes the delivery for one try, `until` then: from DUE or RETRY, or from a worker whose lease ran out.
   * Null when it is settled or somebody else is sending.
   */
  abstract lease(id: string, now: Date, until: Date): Promise<Delivery | null>;
  /** Records how the try of `leased` ended; false when another worker has taken it over meanwhile. */
  abstract settle(leased: Delivery, outcome: DeliveryOutcome, at: Date): Promise<boolean>;
}
