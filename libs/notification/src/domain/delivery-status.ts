/**
 * The machine 'delivery' of MODEL.md, as far as this version goes. HELD and SUPPRESSED join with digests and
 * preferences, OPENED and the bounce with a mail provider that reports them, resend and cancel with the admin page.
 */
export type DeliveryStatus = 'DUE' | 'SENDING' | 'RETRY' | 'FAILED' | 'SENT';
export type DeliveryEvent = 'queue' | 'send' | 'takeOver' | 'done' | 'fault' | 'fail';

export interface DeliveryTransition {
  event: DeliveryEvent;
  /** Empty for the event that creates. */
  from: readonly DeliveryStatus[];
  to: DeliveryStatus;
}

/** `takeOver` is MODEL's fault 'lease lost' and the next send in one step: the killed worker writes nothing. */
export const DELIVERY_TRANSITIONS: readonly DeliveryTransition[] = [
  { event: 'queue', from: [], to: 'DUE' },
  { event: 'send', from: ['DUE', 'RETRY'], to: 'SENDING' },
  { event: 'takeOver', from: ['SENDING'], to: 'SENDING' },
  { event: 'done', from: ['SENDING'], to: 'SENT' },
  { event: 'fault', from: ['SENDING'], to: 'RETRY' },
  { event: 'fail', from: ['SENDING'], to: 'FAILED' },
];

export const DELIVERY_LABEL: Record<DeliveryStatus, string> = {
  DUE: '待发送',
  SENDING: '发送中',
  RETRY: '稍后重试',
  FAILED: '未送达',
  SENT: '已发出',
};

export const deliveryLabelOf = (status: string): string => DELIVERY_LABEL[status as DeliveryStatus] ?? status;

export function deliveryTransition(event: DeliveryEvent): DeliveryTransition {
  const found = DELIVERY_TRANSITIONS.find((transition) => transition.event === event);
  if (!found) throw new Error(`no transition ${event}`);
  return found;
}

/** Sent, or set aside for a person: no job has anything left to do. */
export const isSettled = (status: string): boolean =>
  !DELIVERY_TRANSITIONS.some(
    ({ event, from }) => event !== 'queue' && from.includes(status as DeliveryStatus),
  );

/** How long one try may take, in milliseconds; then the connection is cut. */
export const SEND_LIMIT_MS = 40_000;
/** How long a delivery belongs to the worker that sends it: longer than any try, so that two never overlap. */
export const LEASE_MS = 60_000;
/** A delivery that found no server for so long is set aside. */
export const GIVE_UP_AFTER_MS = 72 * 3_600_000;
