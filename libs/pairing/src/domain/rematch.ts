import { REJECT_REASON } from '@mantianxing/contracts';
import { membersOf, type Proposal, type ProposedMember, type Suggestion } from './suggestion';

export interface LastRejection {
  reasonCode: string | null;
}

/** What a matching run does with a pair that may already have a row. */
export type Rematch =
  | { kind: 'propose' }
  | { kind: 'rescore'; material: boolean }
  | { kind: 'reopen'; because: string; opening: number }
  | { kind: 'leave' };

/**
 * A rejected pair stays away until what the scorer reads of either side has changed, and then says why it is
 * back; an approved one is people's work and is left alone. A run over an older revision changes nothing.
 */
export function rematch(
  row: Suggestion | undefined,
  proposal: Proposal,
  scenario: { revision: number; digest: string },
  rejection: LastRejection | undefined,
  day: string,
): Rematch {
  if (!row) return { kind: 'propose' };
  const members = membersOf(proposal);
  const stale = row.scenarioRevision > scenario.revision || members.some((member) => isOlder(row, member));
  if (stale || row.status === 'APPROVED') return { kind: 'leave' };
  const scenarioChanged = row.scenarioDigest !== scenario.digest;
  const capabilityChanged = members.some((member) => hasChanged(row, member));
  if (row.status === 'OPEN') return { kind: 'rescore', material: scenarioChanged || capabilityChanged };
  if (row.status === 'LAPSED') return { kind: 'reopen', because: row.reopenedBecause, opening: row.opening };
  if (!scenarioChanged && !capabilityChanged) return { kind: 'leave' };
  return {
    kind: 'reopen',
    because: reopenedBecause(scenarioChanged, capabilityChanged, rejection, day),
    opening: row.opening + 1,
  };
}

/** Members stand in any order: the lead may have changed since. */
const isOlder = (row: Suggestion, { capabilityId, capabilityRevision }: ProposedMember): boolean =>
  (row.capabilityRevisions[row.capabilityIds.indexOf(capabilityId)] ?? 0) > capabilityRevision;

const hasChanged = (row: Suggestion, { capabilityId, capabilityDigest }: ProposedMember): boolean =>
  row.capabilityDigests[row.capabilityIds.indexOf(capabilityId)] !== capabilityDigest;

function reopenedBecause(
  scenarioChanged: boolean,
  capabilityChanged: boolean,
  rejection: LastRejection | undefined,
  day: string,
): string {
  const side = scenarioChanged && capabilityChanged ? '双方' : scenarioChanged ? '场景方' : '企业方';
  const code = rejection?.reasonCode as keyof typeof REJECT_REASON | null | undefined;
  const reason = code ? `；上次原因：${REJECT_REASON[code] ?? code}` : '';
  return `再次出现：${side}于${day}修改了内容${reason}`;
}
