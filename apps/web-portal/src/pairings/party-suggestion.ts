import type { PartySuggestionView } from '@mantianxing/contracts';
import type { Suggestion } from '@mantianxing/pairing';
import type { Pair } from './suggestion-pairs';

/**
 * What a department or a firm may know of a suggestion: band and reasons, never the figure. A decision shows
 * only when it can no longer be taken back, `holdMs` after it was made: nobody is told twice.
 */
export function partySuggestion({ suggestion, scenario, capability }: Pair<Suggestion>, now: Date, holdMs: number): PartySuggestionView {
  return {
    id: suggestion.id,
    scenarioId: scenario.id,
    scenarioTitle: scenario.title,
    organizationName: scenario.organizationName,
    capabilityId: capability.id,
    capabilityName: capability.name,
    firmName: capability.firmName,
    band: suggestion.band,
    stateLabel: stateLabel(suggestion, now, holdMs),
    reasons: sentencesOf(suggestion),
    missing: suggestion.missing,
  };
}

/** Each once: two places of the same word are one reason to a reader. */
function sentencesOf({ reasons }: Suggestion): string[] {
  return [...new Set(reasons.filter(({ contribution }) => contribution > 0).map(({ sentence }) => sentence))];
}

function stateLabel({ status, updatedAt }: Suggestion, now: Date, holdMs: number): string {
  if (status === 'OPEN' || now.getTime() < updatedAt.getTime() + holdMs) return '审核中';
  return status === 'APPROVED' ? '通过' : '未通过';
}

/** Weak pairs are for staff to judge; a party hears of one only when it was approved. Lapsed ones are over. */
export const concernsParties = ({ status, band }: Suggestion): boolean =>
  status === 'APPROVED' || (status !== 'LAPSED' && band !== 'WEAK');

/** Somebody who could do it, in the machine's or a person's judgement. */
export const isSupply = ({ status, band }: Suggestion): boolean =>
  status === 'APPROVED' || (status === 'OPEN' && band !== 'WEAK');
