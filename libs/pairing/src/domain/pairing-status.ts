import type { RoleLetter } from '@mantianxing/contracts';

/** States of MODEL.md section 2 this version reaches; the ladder from ENGAGED to LANDED joins later. */
export type PairingStatus = 'ASKING' | 'STALLED' | 'INTENT' | 'DECLINED' | 'NOT_LANDED' | 'LAPSED' | 'UNDONE';
export type PairingEvent =
  | 'form'
  | 'introduce'
  | 'refuse'
  | 'stall'
  | 'reask'
  | 'changeMembers'
  | 'drop'
  | 'undo'
  | 'lapse'
  | 'close';

export interface PairingTransition {
  event: PairingEvent;
  from: readonly PairingStatus[];
  to: PairingStatus;
  who: readonly RoleLetter[];
}

/**
 * `changeMembers` takes newcomers in, leaves out members that said no, and asks everybody again; `drop` may also end an
 * asking that a member's no has made hopeless. Members of a pairing that was introduced stay as they are for now.
 */
export const PAIRING_TRANSITIONS: readonly PairingTransition[] = [
  { event: 'form', from: [], to: 'ASKING', who: ['M', 'S'] },
  { event: 'introduce', from: ['ASKING'], to: 'INTENT', who: ['S'] },
  { event: 'refuse', from: ['ASKING', 'STALLED'], to: 'DECLINED', who: ['S'] },
  { event: 'stall', from: ['ASKING'], to: 'STALLED', who: ['S'] },
  { event: 'reask', from: ['STALLED', 'DECLINED'], to: 'ASKING', who: ['M'] },
  { event: 'changeMembers', from: ['ASKING', 'STALLED'], to: 'ASKING', who: ['M'] },
  { event: 'drop', from: ['ASKING', 'STALLED'], to: 'DECLINED', who: ['M'] },
  { event: 'undo', from: ['ASKING'], to: 'UNDONE', who: ['M'] },
  { event: 'lapse', from: ['ASKING', 'STALLED'], to: 'LAPSED', who: ['S'] },
  { event: 'close', from: ['INTENT'], to: 'NOT_LANDED', who: ['M'] },
];

/** The state `event` leads to, or undefined when it may not happen in `status`. */
export function pairingAfter(status: PairingStatus, event: PairingEvent): PairingStatus | undefined {
  const transition = PAIRING_TRANSITIONS.find((one) => one.event === event);
  return transition?.from.includes(status) ? transition.to : undefined;
}

/** Nothing is owed any more. */
export const isEnded = (status: PairingStatus): boolean => ['DECLINED', 'NOT_LANDED', 'LAPSED', 'UNDONE'].includes(status);

/** Both sides have ten working days to answer and hear once, after five, that an answer is missing. */
export const ANSWER_WORKING_DAYS = 10;
export const REMIND_WORKING_DAYS = 5;
/** A pairing that is back with the matchmaker, and one whose sides have just met. */
export const STALLED_WORKING_DAYS = 5;
export const INTENT_WORKING_DAYS = 10;
/** Released contacts close this long after a pairing has ended, in milliseconds: 180 days. */
export const CONTACTS_STAY_MS = 180 * 86_400_000;
/** How long a decision can be taken back, in milliseconds, where nothing has been sent. */
export const UNDO_MS = 10 * 60 * 1000;
