import type { RoleLetter } from '@mantianxing/contracts';

/**
 * States of MODEL.md section 2 this version uses. SECOND, RETURNED and HELD join with the review desk's
 * second opinion, return and 'enough'.
 */
export type SuggestionStatus = 'OPEN' | 'APPROVED' | 'REJECTED' | 'LAPSED';
export type SuggestionEvent = 'propose' | 'rescore' | 'approve' | 'reject' | 'undo' | 'reopen' | 'lapse';

export interface SuggestionTransition {
  event: SuggestionEvent;
  /** Empty for the event that creates. */
  from: readonly SuggestionStatus[];
  to: SuggestionStatus | '=';
  who: readonly RoleLetter[];
}

export const SUGGESTION_TRANSITIONS: readonly SuggestionTransition[] = [
  { event: 'propose', from: [], to: 'OPEN', who: ['S'] },
  { event: 'rescore', from: ['OPEN'], to: '=', who: ['S'] },
  { event: 'approve', from: ['OPEN'], to: 'APPROVED', who: ['M'] },
  { event: 'reject', from: ['OPEN'], to: 'REJECTED', who: ['M'] },
  { event: 'undo', from: ['APPROVED', 'REJECTED'], to: 'OPEN', who: ['M'] },
  // From APPROVED only once the pairing it led to has ended: MODEL.md leaves such a pair without a way back.
  { event: 'reopen', from: ['REJECTED', 'LAPSED', 'APPROVED'], to: 'OPEN', who: ['S', 'M'] },
  { event: 'lapse', from: ['OPEN'], to: 'LAPSED', who: ['S'] },
];

/** A matchmaker has five working days for an open suggestion. */
export const REVIEW_WORKING_DAYS = 5;

export function suggestionTransition(event: SuggestionEvent): SuggestionTransition {
  const found = SUGGESTION_TRANSITIONS.find((transition) => transition.event === event);
  if (!found) throw new Error(`no transition ${event}`);
  return found;
}
