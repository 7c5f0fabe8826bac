import type { CapabilityRecord } from '@mantianxing/capability';
import type { MatchScore } from '@mantianxing/matching';
import type { MatchedScenario, Proposal } from '@mantianxing/pairing';
import type { ScenarioRecord } from '@mantianxing/scenario';

/** A run's results in the words of the pairing lib; excluded pairs and capabilities that left meanwhile drop out. */
export function proposalsOf(matches: MatchScore[], capabilities: CapabilityRecord[]): Proposal[] {
  const byId = new Map(capabilities.map((capability) => [capability.id, capability]));
  return matches.flatMap((match) => {
    const capability = byId.get(match.capabilityId);
    if (!capability || !match.band) return [];
    return [
      {
        capabilityId: capability.id,
        firmId: capability.firmId,
        capabilityRevision: capability.revision,
        capabilityDigest: capability.matchDigest,
        score: match.score,
        band: match.band,
        reasons: match.reasons,
        missing: match.missing,
        toVerify: match.toVerify,
        scoreVersion: match.scoreVersion,
      },
    ];
  });
}

export function matchedScenario(scenario: ScenarioRecord): MatchedScenario {
  const { id, districtCode, revision, matchDigest } = scenario;
  return { id, districtCode, revision, digest: matchDigest };
}
