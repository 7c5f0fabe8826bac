import type { RankedDigest } from './find-consortia';
import type { MatchWeights } from './match-weights';
import type { ScenarioEvidence } from './pair-evidence';

/** One need met may be a chance, three hardly are. */
const FEW_NEEDS = 2;

/**
 * The one candidate of a scenario that is 推荐 although its score alone would not make it so. A scenario without
 * technology tags says too little for high scores; of its best answers those with three needs clearly met are right
 * eight times in ten from a low score on, those with two only near the threshold. With tags the score says enough:
 * what stays below it is a neighbour, not an answer. `ranked`: all candidates, the best first; they are the same
 * whichever side asks, and so is the lead.
 */
export function leadOf(
  evidence: ScenarioEvidence,
  ranked: readonly RankedDigest[],
  weights: Pick<MatchWeights, 'leadFrom' | 'leadWithTwoFrom'>,
): RankedDigest | undefined {
  if (evidence.scenario.profile.technologyTags.length > 0) return undefined;
  const [first, second] = ranked.filter(({ band }) => band !== null);
  if (!first || first.band === 'RECOMMENDED' || first.isCapped) return undefined;
  if (second && second.score >= first.score) return undefined;
  return isClear(evidence.needsMet(first.digest), first.score, weights) ? first : undefined;
}

function isClear(needs: number, score: number, { leadFrom, leadWithTwoFrom }: Pick<MatchWeights, 'leadFrom' | 'leadWithTwoFrom'>): boolean {
  if (needs > FEW_NEEDS) return score >= leadFrom;
  return needs === FEW_NEEDS && score >= leadWithTwoFrom;
}
