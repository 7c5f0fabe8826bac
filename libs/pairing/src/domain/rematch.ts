import { PAIRING_STATUS, REJECT_REASON } from '@mantianxing/contracts';
import { membersOf, type Proposal, type ProposedMember, type Suggestion } from './suggestion';
import { UNDECIDED } from './suggestion-status';

export interface LastRejection {
  reasonCode: string | null;
}

/** How the pairing of an approved suggestion's present opening ended. */
export interface EndedPairing {
  status: 'DECLINED' | 'NOT_LANDED' | 'LAPSED';
  endReason: string;
}

/** What became of the pair when it was before a person last: rejected, or approved and over. */
export type LastOutcome = LastRejection | EndedPairing;

/** What a matching run does with a pair that may already have a row. */
export type Rematch =
  | { kind: 'propose' }
  | { kind: 'rescore'; material: boolean }
  | { kind: 'reopen'; because: string; opening: number }
  | { kind: 'leave' };

/**
 * A rejected pair stays away until what the scorer reads of either side has changed, and then says why it is back; so
 * does an approved one whose pairing has ended, but where a side had only left it is back with that side. Any other
 * approved one is people's work and is left alone. A run over an older revision changes nothing.
 */
export function rematch(
  row: Suggestion | undefined,
  proposal: Proposal,
  scenario: { revision: number; digest: string },
  last: LastOutcome | undefined,
  day: string,
): Rematch {
  if (!row) return { kind: 'propose' };
  const members = membersOf(proposal);
  const stale = row.scenarioRevision > scenario.revision || members.some((member) => isOlder(row, member));
  const ended = last && 'status' in last ? last : undefined;
  if (stale || (row.status === 'APPROVED' && !ended)) return { kind: 'leave' };
  const scenarioChanged = row.scenarioDigest !== scenario.digest;
  const capabilityChanged = members.some((member) => hasChanged(row, member));
  if (UNDECIDED.includes(row.status)) return { kind: 'rescore', material: scenarioChanged || capabilityChanged };
  if (row.status === 'LAPSED') return { kind: 'reopen', because: row.reopenedBecause, opening: row.opening };
  const isBack = ended?.status === 'LAPSED';
  if (!scenarioChanged && !capabilityChanged && !isBack) return { kind: 'leave' };
  return {
    kind: 'reopen',
    because: `再次出现：${isBack ? '退出的一方已恢复' : whoChanged(scenarioChanged, capabilityChanged, day)}${lastTime(last)}`,
    opening: row.opening + 1,
  };
}

/** Members stand in any order: the lead may have changed since. */
const isOlder = (row: Suggestion, { capabilityId, capabilityRevision }: ProposedMember): boolean =>
  (row.capabilityRevisions[row.capabilityIds.indexOf(capabilityId)] ?? 0) > capabilityRevision;

const hasChanged = (row: Suggestion, { capabilityId, capabilityDigest }: ProposedMember): boolean =>
  row.capabilityDigests[row.capabilityIds.indexOf(capabilityId)] !== capabilityDigest;

function whoChanged(scenarioChanged: boolean, capabilityChanged: boolean, day: string): string {
  const side = scenarioChanged && capabilityChanged ? '双方' : scenarioChanged ? '场景方' : '企业方';
  return `${side}于${day}修改了内容`;
}

/** What people should know of the last time, as the end of a sentence. */
export function lastTime(last: LastOutcome | undefined): string {
  if (!last) return '';
  if ('status' in last) return `；上次对接：${PAIRING_STATUS[last.status]}${last.endReason ? `（${last.endReason}）` : ''}`;
  const code = last.reasonCode as keyof typeof REJECT_REASON | null;
  return code ? `；上次原因：${REJECT_REASON[code] ?? code}` : '';
}
