import { DELIVERY_STATE, type DeliveryState } from '@mantianxing/contracts';

/** The machine 'delivery' of MODEL.md. The bounce joins with a mail provider that reports one. */
export type DeliveryStatus = DeliveryState;
export type DeliveryEvent =
  | 'queue'
  | 'hold'
  | 'suppress'
  | 'putOff'
  | 'ripen'
  | 'send'
  | 'takeOver'
  | 'done'
  | 'fault'
  | 'fail'
  | 'open'
  | 'cancel';

export interface DeliveryTransition {
  event: DeliveryEvent;
  /** Empty for an event that creates. */
  from: readonly DeliveryStatus[];
  to: DeliveryStatus;
}

/**
 * `takeOver` is MODEL's fault 'lease lost' and the next send in one step: the killed worker writes nothing. `putOff`
 * is its 'hold' for a row that stands already: its try would fall into the quiet hours. `resend` is no step of a row,
 * it makes the next one (`queue`), so that what became of the first stays readable.
 */
export const DELIVERY_TRANSITIONS: readonly DeliveryTransition[] = [
  { event: 'queue', from: [], to: 'DUE' },
  { event: 'hold', from: [], to: 'HELD' },
  { event: 'suppress', from: [], to: 'SUPPRESSED' },
  { event: 'putOff', from: ['DUE', 'RETRY'], to: 'HELD' },
  { event: 'ripen', from: ['HELD'], to: 'DUE' },
  { event: 'send', from: ['DUE', 'RETRY'], to: 'SENDING' },
  { event: 'takeOver', from: ['SENDING'], to: 'SENDING' },
  { event: 'done', from: ['SENDING'], to: 'SENT' },
  { event: 'fault', from: ['SENDING'], to: 'RETRY' },
  { event: 'fail', from: ['SENDING'], to: 'FAILED' },
  { event: 'open', from: ['SENT'], to: 'OPENED' },
  { event: 'cancel', from: ['HELD', 'DUE', 'RETRY', 'FAILED'], to: 'CANCELLED' },
];

export const deliveryLabelOf = (status: string): string => DELIVERY_STATE[status as DeliveryStatus] ?? status;

export function deliveryTransition(event: DeliveryEvent): DeliveryTransition {
  const found = DELIVERY_TRANSITIONS.find((transition) => transition.event === event);
  if (!found) throw new Error(`no transition ${event}`);
  return found;
}

/** What a job works on: the others wait for their time, are done, or are a person's affair. */
export const TO_SEND: readonly DeliveryStatus[] = ['DUE', 'SENDING', 'RETRY'];
export const isToSend = (status: DeliveryStatus): boolean => TO_SEND.includes(status);

/** From these a person may have it sent again: it did not arrive, or is said not to have. */
const RESENDABLE: readonly DeliveryStatus[] = ['FAILED', 'SENT', 'OPENED'];
export const mayResend = (status: DeliveryStatus): boolean => RESENDABLE.includes(status);
export const mayCancel = (status: DeliveryStatus): boolean => deliveryTransition('cancel').from.includes(status);

/** How long one try may take, in milliseconds; then the connection is cut. */
export const SEND_LIMIT_MS = 40_000;
/** How long the outcome is tried to be recorded, in milliseconds: with the try itself, within the lease. */
export const RECORD_LIMIT_MS = 15_000;
/** How long a delivery belongs to the worker that sends it: longer than any try, so that two never overlap. */
export const LEASE_MS = 60_000;
/** A delivery that found no server for so long after it first was due is set aside. */
export const GIVE_UP_AFTER_MS = 72 * 3_600_000;
/** A new delivery is on its way within this time, in milliseconds, or the sweep looks after it. */
export const DUE_WITHIN_MS = 60_000;
/** The queue tries again within half a minute; a row nobody touched for this long, in milliseconds, has no job left. */
export const RETRY_WITHIN_MS = 300_000;
/** What a group is told within this time, in milliseconds, is one message: vendors allow 20 a minute. */
export const GATHER_MS = 10_000;
