import type { Band } from '@mantianxing/contracts';
import type { DigestedCapability } from './digest-capability';
import type { MatchingKnowledge } from './matching-knowledge';
import type { ScenarioEvidence } from './pair-evidence';
import { type ConsortiumScore, explainConsortium } from './score-consortium';

/** A candidate with its figure; of a list, the best first. */
export interface RankedDigest {
  digest: DigestedCapability;
  score: number;
  band: Band | null;
  /** A rule holds it at 候选 at most. */
  isCapped: boolean;
  /** Set where being the scenario's best answer made it 推荐. */
  isLead?: boolean;
}

export const MOST_CONSORTIA = 2;
/** Further down nobody has a part of the need worth joining. */
const LOOKED_AT = 30;
/**
 * How much more the two must meet than the best single one. This and the next are measured: they find the joint
 * answers of the sample lists, and none in the two labelled sets, where each scenario has its one answer or none.
 */
const LEAST_GAIN = 1.5;
/** What each must add to the other, as a share of what both meet. */
const LEAST_OWN_SHARE = 0.3;
/** What both must meet of the weights of all that is wanted: else the greater part has still to be found. */
const LEAST_COVERED = 0.5;
/** Where the words of a single firm weigh this much it may well do alone: two must then all but double them. */
const ONE_STANDS_OUT = 0.33;
const LEAST_GAIN_OVER_IT = 1.75;

/**
 * Pairs of firms, each 推荐 or 候选 by itself, that together reach 推荐 and cover markedly more of the need than any
 * one of them: the best first, at most two, and no two firms twice. None where one firm alone covers the need.
 */
export function findConsortia(
  evidence: ScenarioEvidence,
  ranked: readonly RankedDigest[],
  knowledge: MatchingKnowledge,
  asOf: string,
): ConsortiumScore[] {
  const eligible = ranked.slice(0, LOOKED_AT).filter(({ band }) => band === 'RECOMMENDED' || band === 'CANDIDATE');
  const alone = new Map(eligible.map(({ digest }) => [digest, evidence.total(digest)]));
  const pairs = complementaryPairs(evidence, alone);
  const firms = pairs.map(firmsOf);
  return pairs
    .filter((pair, index) => firms.indexOf(firmsOf(pair)) === index)
    .slice(0, MOST_CONSORTIA)
    .map((pair) => explainConsortium(evidence, pair, knowledge, asOf))
    .filter(({ score, exclusions }) => exclusions.length === 0 && score >= knowledge.weights.recommendedFrom)
    .sort((a, b) => b.score - a.score);
}

const idsOf = (pair: readonly DigestedCapability[]): string => pair.map(({ profile }) => profile.id).sort().join('+');
const firmsOf = (pair: readonly DigestedCapability[]): string => pair.map(({ profile }) => profile.firmId).sort().join('+');

/** Pairs that cover enough more than the best single one, each with a part of its own: who cover most, first. */
function complementaryPairs(evidence: ScenarioEvidence, alone: ReadonlyMap<DigestedCapability, number>): DigestedCapability[][] {
  const best = Math.max(...alone.values());
  const leastGain = best >= ONE_STANDS_OUT ? LEAST_GAIN_OVER_IT : LEAST_GAIN;
  const all = [...alone];
  const pairs = all.flatMap(([one, oneAlone], index) =>
    all.slice(index + 1).flatMap(([other, otherAlone]) => {
      if (one.profile.firmId === other.profile.firmId) return [];
      const { total, met } = evidence.jointEvidence([one, other]);
      const leastAdded = total - Math.max(oneAlone, otherAlone);
      const isJoint = total >= leastGain * best && leastAdded >= LEAST_OWN_SHARE * total;
      const covered = met.reduce((sum, { concept }) => sum + (evidence.scenario.concepts[concept]?.weight ?? 0), 0);
      return isJoint && covered >= LEAST_COVERED ? [{ pair: [one, other], total }] : [];
    }),
  );
  return pairs.sort((a, b) => b.total - a.total || (idsOf(a.pair) < idsOf(b.pair) ? -1 : 1)).map(({ pair }) => pair);
}
