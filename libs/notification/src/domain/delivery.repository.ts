import type { GroupEvent } from '@mantianxing/contracts';
import type { Delivery, DeliveryOutcome, Parcel } from './delivery';
import type { GroupParams } from './group-robot';

/** A delivery in the making; its id becomes the left side of its Message-ID. */
export interface NewDelivery {
  notificationId: string;
  status: 'DUE' | 'HELD' | 'SUPPRESSED';
  heldFor: Delivery['heldFor'];
  dueAt: Date | null;
  giveUpAt: Date | null;
}

/** Where a message joins a digest: the day's bundle of this person. */
export interface DigestPlace {
  notificationId: string;
  recipientId: string;
  day: string;
  dueAt: Date;
}

export interface GroupNews {
  eventId: string;
  template: GroupEvent;
  params: GroupParams;
  dueAt: Date;
}

export abstract class DeliveryRepository {
  /** Inside a transaction. */
  abstract queue(deliveries: readonly NewDelivery[], mailDomain: string, at: Date): Promise<void>;
  /** False when that day's digest is on its way already: the message belongs to the next one. Inside a transaction. */
  abstract joinDigest(place: DigestPlace, mailDomain: string, at: Date): Promise<boolean>;
  /** Tells a group once of an event, with what else waits for it. Inside a transaction. */
  abstract joinGroup(targetId: string, news: GroupNews, mailDomain: string, at: Date): Promise<void>;
  /** Deliveries of an event's own notifications that a job has to see to. */
  abstract toSendOf(eventId: string): Promise<string[]>;

  abstract find(id: string): Promise<Parcel | null>;
  /**
   * Takes the delivery for one try, `until` then: from DUE or RETRY, or from a worker whose lease ran out.
   * Null when it is settled or somebody else is sending.
   */
  abstract lease(id: string, now: Date, until: Date): Promise<Delivery | null>;
  /** Records how the try of `leased` ended; false when another worker has taken it over meanwhile. */
  abstract settle(leased: Delivery, outcome: DeliveryOutcome, at: Date): Promise<boolean>;
  /** Its try would fall into the quiet hours; it goes on at `until`. */
  abstract putOff(id: string, until: Date): Promise<void>;
  /** Nothing of it is still worth telling. False when a worker is sending it or it is settled. */
  abstract cancel(id: string): Promise<boolean>;
  /** Takes what need not be told any more out of a digest. */
  abstract drop(bundleId: string, notificationIds: readonly string[], at: Date): Promise<void>;

  /** Held deliveries whose time has come, at most `limit`, made DUE. Inside a transaction. */
  abstract ripen(now: Date, limit: number): Promise<string[]>;
  /** Overdue deliveries no job has touched, at most `limit`; they count as touched now. Inside a transaction. */
  abstract revive(now: Date, limit: number): Promise<string[]>;
  /** Replaces addresses older than `before` by what `digest` makes of them; answers how many. */
  abstract hashAddresses(before: Date, digest: (address: string) => string, limit: number): Promise<number>;
}
