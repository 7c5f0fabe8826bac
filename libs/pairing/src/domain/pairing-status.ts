import type { RoleLetter } from '@mantianxing/contracts';

/** States of MODEL.md section 2 this version reaches; the ladder from INTENT to LANDED joins later. */
export type PairingStatus = 'ASKING' | 'LAPSED' | 'UNDONE';
export type PairingEvent = 'form' | 'undo' | 'lapse';

export interface PairingTransition {
  event: PairingEvent;
  from: readonly PairingStatus[];
  to: PairingStatus;
  who: readonly RoleLetter[];
}

export const PAIRING_TRANSITIONS: readonly PairingTransition[] = [
  { event: 'form', from: [], to: 'ASKING', who: ['M', 'S'] },
  { event: 'undo', from: ['ASKING'], to: 'UNDONE', who: ['M'] },
  { event: 'lapse', from: ['ASKING'], to: 'LAPSED', who: ['S'] },
];

/** Both sides have ten working days to answer. */
export const ANSWER_WORKING_DAYS = 10;
/** How long a decision can be taken back, in milliseconds, where nothing has been sent. */
export const UNDO_MS = 10 * 60 * 1000;
