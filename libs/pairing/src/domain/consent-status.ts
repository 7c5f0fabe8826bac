import type { RoleLetter } from '@mantianxing/contracts';

export type ConsentStatus = 'ASKED' | 'AGREED' | 'DECLINED' | 'EXPIRED' | 'REVOKED' | 'VOID';
export type ConsentEvent = 'ask' | 'remind' | 'agree' | 'decline' | 'expire' | 'void' | 'revoke' | 'retract';

export interface ConsentTransition {
  event: ConsentEvent;
  from: readonly ConsentStatus[];
  to: ConsentStatus;
  /** X: the organization that is asked. */
  who: readonly (RoleLetter | 'X')[];
}

/** The machine 'consent' of MODEL.md section 2. */
export const CONSENT_TRANSITIONS: readonly ConsentTransition[] = [
  { event: 'ask', from: [], to: 'ASKED', who: ['S'] },
  { event: 'remind', from: ['ASKED'], to: 'ASKED', who: ['S'] },
  { event: 'agree', from: ['ASKED'], to: 'AGREED', who: ['X'] },
  { event: 'decline', from: ['ASKED'], to: 'DECLINED', who: ['X'] },
  { event: 'expire', from: ['ASKED'], to: 'EXPIRED', who: ['S'] },
  { event: 'void', from: ['ASKED', 'AGREED'], to: 'VOID', who: ['S'] },
  { event: 'revoke', from: ['AGREED'], to: 'REVOKED', who: ['X'] },
  // Not in MODEL.md: PORTAL.md's ten minutes in which an answer can be changed.
  { event: 'retract', from: ['AGREED', 'DECLINED'], to: 'ASKED', who: ['X'] },
];

/** The state `event` leads to, or undefined when it may not happen in `status`. */
export function consentAfter(status: ConsentStatus, event: ConsentEvent): ConsentStatus | undefined {
  const transition = CONSENT_TRANSITIONS.find((one) => one.event === event);
  return transition?.from.includes(status) ? transition.to : undefined;
}
