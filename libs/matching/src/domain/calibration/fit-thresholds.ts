import type { MatchWeights } from '../match-weights';

export type Thresholds = Pick<MatchWeights, 'recommendedFrom' | 'candidateFrom'>;

/** A score beside what a person made of the pair. */
export interface ScoredLabel {
  score: number;
  approved: boolean;
  weight: number;
  isCapped: boolean;
}

/** 推荐 is right at least 8 times in 10; 候选 is worth a reviewer's minute every other time. */
const RECOMMENDED_RIGHT = 0.8;
const CANDIDATE_RIGHT = 0.5;
/** A share over fewer labels says nothing. */
const LEAST_LABELS = 20;
/** The present thresholds count like this many labels. */
const PRIOR_LABELS = 200;
const RECOMMENDED_RANGE = [0.5, 0.95] as const;
const CANDIDATE_LEAST = 0.2;
const GAP = 0.05;

/** The lowest thresholds that keep their promise on these labels, shrunk to the present ones. */
export function fitThresholds(labels: readonly ScoredLabel[], prior: Thresholds): Thresholds {
  const recommended = shrunk(labels.filter(({ isCapped }) => !isCapped), RECOMMENDED_RIGHT, prior.recommendedFrom);
  const candidate = shrunk(labels, CANDIDATE_RIGHT, prior.candidateFrom);
  if (labels.length === 0) return { ...prior };
  const [least, most] = RECOMMENDED_RANGE;
  const recommendedFrom = Math.min(most, Math.max(least, recommended));
  return { recommendedFrom, candidateFrom: Math.min(recommendedFrom - GAP, Math.max(CANDIDATE_LEAST, candidate)) };
}

function shrunk(labels: readonly ScoredLabel[], right: number, prior: number): number {
  const found = lowestFrom(labels, right);
  if (found === null) return prior;
  const mass = labels.reduce((sum, { weight }) => sum + weight, 0);
  return (mass * found + PRIOR_LABELS * prior) / (mass + PRIOR_LABELS);
}

/** Where no threshold keeps the promise, the one that comes nearest; null with too few labels. */
function lowestFrom(labels: readonly ScoredLabel[], right: number): number | null {
  const ranked = [...labels].sort((a, b) => b.score - a.score);
  let [mass, approved, nearest] = [0, 0, 0];
  let [kept, best]: [number | null, number | null] = [null, null];
  ranked.forEach(({ score, weight, approved: yes }, index) => {
    mass += weight;
    if (yes) approved += weight;
    if (ranked[index + 1]?.score === score || index + 1 < LEAST_LABELS) return;
    const share = approved / mass;
    if (share >= right) kept = score;
    if (share > nearest) [nearest, best] = [share, score];
  });
  return kept ?? best;
}
