import type { RoleLetter } from '@mantianxing/contracts';

/** States of MODEL.md section 2 this version uses. SECOND and RETURNED join with the review desk's second opinion and return. */
export type SuggestionStatus = 'OPEN' | 'HELD' | 'APPROVED' | 'REJECTED' | 'LAPSED';
export type SuggestionEvent = 'propose' | 'rescore' | 'approve' | 'reject' | 'undo' | 'hold' | 'release' | 'reopen' | 'lapse';

export interface SuggestionTransition {
  event: SuggestionEvent;
  /** Empty for the event that creates. */
  from: readonly SuggestionStatus[];
  to: SuggestionStatus | '=';
  who: readonly RoleLetter[];
}

export const SUGGESTION_TRANSITIONS: readonly SuggestionTransition[] = [
  { event: 'propose', from: [], to: 'OPEN', who: ['S'] },
  { event: 'rescore', from: ['OPEN', 'HELD'], to: '=', who: ['S'] },
  { event: 'approve', from: ['OPEN'], to: 'APPROVED', who: ['M'] },
  { event: 'reject', from: ['OPEN'], to: 'REJECTED', who: ['M'] },
  { event: 'undo', from: ['APPROVED', 'REJECTED'], to: 'OPEN', who: ['M'] },
  // By the system for what is found while a scenario is at rest: MODEL.md knows the person's word only.
  { event: 'hold', from: ['OPEN'], to: 'HELD', who: ['M', 'S'] },
  { event: 'release', from: ['HELD'], to: 'OPEN', who: ['M', 'S'] },
  // From APPROVED only once the pairing it led to has ended: MODEL.md leaves such a pair without a way back.
  { event: 'reopen', from: ['REJECTED', 'LAPSED', 'APPROVED'], to: 'OPEN', who: ['S', 'M'] },
  { event: 'lapse', from: ['OPEN', 'HELD'], to: 'LAPSED', who: ['S'] },
];

/** Nobody has decided these: they follow their texts, and lapse with them. */
export const UNDECIDED: readonly SuggestionStatus[] = ['OPEN', 'HELD'];

/** 够了: with so many approved a scenario needs no more, and the rest may wait (PORTAL.md section 4). */
export const ENOUGH_APPROVED = 3;

/** A matchmaker has five working days for an open suggestion. */
export const REVIEW_WORKING_DAYS = 5;

export function suggestionTransition(event: SuggestionEvent): SuggestionTransition {
  const found = SUGGESTION_TRANSITIONS.find((transition) => transition.event === event);
  if (!found) throw new Error(`no transition ${event}`);
  return found;
}
