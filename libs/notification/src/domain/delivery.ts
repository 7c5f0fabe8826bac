import type { RobotKind } from '@mantianxing/contracts';
import type { DeliveryStatus } from './delivery-status';
import type { GroupEntry } from './group-robot';
import type { Notification } from './notification';
import type { FaultCode } from './send-fault';

export type Channel = 'EMAIL' | RobotKind;

/** 投递: one notification, or several in a bundle, on its way over one channel. */
export interface Delivery {
  id: string;
  /** Null where it carries a bundle. */
  notificationId: string | null;
  bundleId: string | null;
  channel: Channel;
  resendNo: number;
  /** The mail's Message-ID, the same at every try, so that a mail taken twice can be known for one. */
  messageId: string;
  status: DeliveryStatus;
  /** DIGEST: for the day's mail; QUIET: for the morning; GATHER: until the group's other news is in. */
  heldFor: 'DIGEST' | 'QUIET' | 'GATHER' | null;
  /** Set while SENDING: until then nobody else may send. */
  leaseUntil: Date | null;
  attempts: number;
  /** Words of the server, without addresses. */
  lastError: string;
  errorCode: FaultCode | '';
  /** When somebody should look after it: the sweep, or for FAILED a person. */
  dueAt: Date | null;
  /** A temporary fault after this is final. Set when it first is due. */
  giveUpAt: Date | null;
  sentAt: Date | null;
  openedAt: Date | null;
  createdAt: Date;
}

/** A delivery with all it has to say and to whom. */
export interface Parcel extends Delivery {
  /** The person; null for a group. */
  recipientId: string | null;
  /** The group; null for a person. */
  targetId: string | null;
  /** One, or those of a digest that are still to be told, oldest first. */
  notifications: Notification[];
  /** What a group is told, oldest first. */
  groupEntries: GroupEntry[];
}

/** How a try ended. `error` is a sentence without addresses. */
export type DeliveryOutcome =
  | { status: 'SENT'; address?: string }
  | { status: 'RETRY' | 'FAILED'; code: FaultCode; error: string; waitMs?: number };
