import type { DeliveryStatus } from './delivery-status';
import type { Notification } from './notification';

/** 投递: one notification on its way over one channel. */
export interface Delivery {
  id: string;
  notificationId: string;
  channel: 'EMAIL';
  resendNo: number;
  /** The mail's Message-ID, the same at every try, so that a mail taken twice can be known for one. */
  messageId: string;
  status: DeliveryStatus;
  /** Set while SENDING: until then nobody else may send. */
  leaseUntil: Date | null;
  attempts: number;
  lastError: string;
  dueAt: Date | null;
  sentAt: Date | null;
  createdAt: Date;
}

export interface DeliveryWithNotification extends Delivery {
  notification: Notification;
}

/** How a try ended. `error` is a sentence without addresses. */
export type DeliveryOutcome = { status: 'SENT' } | { status: 'RETRY' | 'FAILED'; error: string };
