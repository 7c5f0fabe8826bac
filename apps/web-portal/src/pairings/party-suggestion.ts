import type { MatchReason, PartySuggestionView } from '@mantianxing/contracts';
import { UNDECIDED, type Suggestion } from '@mantianxing/pairing';
import { partnersBeside, type Pair } from './suggestion-pairs';

/**
 * What a department or a firm may know of a suggestion: band and reasons, never the figure. A decision shows
 * only when it can no longer be taken back, `holdMs` after it was made: nobody is told twice. In a 联合体 a firm of
 * `readingFirms` sees its own part and who the others are; the department sees all, the lead first.
 */
export function partySuggestion(
  { suggestion, scenario, capability: lead, members }: Pair<Suggestion>,
  now: Date,
  holdMs: number,
  readingFirms: readonly string[] = [],
): PartySuggestionView {
  const own = members.find(({ firmId }) => readingFirms.includes(firmId));
  const capability = own ?? lead;
  return {
    id: suggestion.id,
    scenarioId: scenario.id,
    scenarioTitle: scenario.title,
    organizationName: scenario.organizationName,
    capabilityId: capability.id,
    capabilityName: capability.name,
    firmName: capability.firmName,
    ...partnersBeside(members, capability),
    band: suggestion.band,
    stateLabel: stateLabel(suggestion, now, holdMs),
    reasons: sentencesOf(suggestion, own?.id),
    missing: suggestion.missing,
  };
}

/** Each once: two places of the same word are one reason to a reader. */
function sentencesOf({ reasons }: Suggestion, ownCapabilityId: string | undefined): string[] {
  const tells = ({ kind, contribution, capabilityId: of }: MatchReason) =>
    (contribution > 0 || kind === 'CONSORTIUM') && (!ownCapabilityId || !of || of === ownCapabilityId);
  return [...new Set(reasons.filter(tells).map(({ sentence }) => sentence))];
}

function stateLabel({ status, updatedAt }: Suggestion, now: Date, holdMs: number): string {
  if (UNDECIDED.includes(status) || now.getTime() < updatedAt.getTime() + holdMs) return '审核中';
  return status === 'APPROVED' ? '通过' : '未通过';
}

/** Weak pairs are for staff to judge; a party hears of one only when it was approved. Lapsed ones are over. */
export const concernsParties = ({ status, band }: Suggestion): boolean =>
  status === 'APPROVED' || (status !== 'LAPSED' && band !== 'WEAK');

/** Somebody who could do it, in the machine's or a person's judgement. */
export const isSupply = ({ status, band }: Suggestion): boolean =>
  status === 'APPROVED' || (UNDECIDED.includes(status) && band !== 'WEAK');
