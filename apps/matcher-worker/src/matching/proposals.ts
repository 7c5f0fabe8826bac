import type { CapabilityRecord } from '@mantianxing/capability';
import type { ConsortiumScore, MatchScore } from '@mantianxing/matching';
import type { MatchedScenario, Proposal, ProposedMember } from '@mantianxing/pairing';
import type { ScenarioRecord } from '@mantianxing/scenario';

/** A run's results in the words of the pairing lib; excluded pairs and capabilities that left meanwhile drop out. */
export function proposalsOf(matches: readonly MatchScore[], capabilities: readonly CapabilityRecord[]): Proposal[] {
  const byId = new Map(capabilities.map((capability) => [capability.id, capability]));
  return matches.flatMap((match) => proposal(match, [byId.get(match.capabilityId)]));
}

/** The same for 联合体: all members must still be there. */
export function jointProposalsOf(consortia: readonly ConsortiumScore[], capabilities: readonly CapabilityRecord[]): Proposal[] {
  const byId = new Map(capabilities.map((capability) => [capability.id, capability]));
  return consortia.flatMap((consortium) => proposal(consortium, consortium.capabilityIds.map((id) => byId.get(id))));
}

function proposal(found: Omit<MatchScore, 'capabilityId'>, capabilities: readonly (CapabilityRecord | undefined)[]): Proposal[] {
  const { score, band, reasons, missing, toVerify, scoreVersion } = found;
  const [lead, ...partners] = capabilities.flatMap((capability) => (capability ? [proposedMember(capability)] : []));
  if (!lead || !band || partners.length + 1 < capabilities.length) return [];
  return [{ ...lead, ...(partners.length > 0 && { partners }), score, band, reasons, missing, toVerify, scoreVersion }];
}

function proposedMember({ id, firmId, revision, matchDigest }: CapabilityRecord): ProposedMember {
  return { capabilityId: id, firmId, capabilityRevision: revision, capabilityDigest: matchDigest };
}

export function matchedScenario(scenario: ScenarioRecord): MatchedScenario {
  const { id, districtCode, revision, matchDigest } = scenario;
  return { id, districtCode, revision, digest: matchDigest };
}
