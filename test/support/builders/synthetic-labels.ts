/** Synthetic decisions: pairs with chosen evidence, approved as often as their score under `truth` says. */
import { seededShares } from '../../../libs/matching/src/domain/calibration/hold-out';
import { type PairSums, scoreUnder } from '../../../libs/matching/src/domain/calibration/pair-sums';
import type { Label } from '../../../libs/matching/src/domain/calibration/fit-weights';
import type { RefitWeights } from '../../../libs/matching/src/domain/calibration/refit-weights';

export function syntheticSums(count: number, seed = 1): PairSums[] {
  const next = seededShares(seed);
  return Array.from({ length: count }, () => ({
    words: next() * 0.3,
    answers: next() < 0.5 ? next() * 0.3 : 0,
    broader: next() < 0.3 ? next() * 0.15 : 0,
    sector: next() < 0.5 ? 1 : 0,
    tag: next() < 0.4 ? (next() < 0.5 ? 0.5 : 1) : 0,
    conditions: 0,
    general: 0, isCapped: false, isLead: false,
  }));
}

export function syntheticLabels(count: number, truth: RefitWeights, seed = 1): Label[] {
  const next = seededShares(seed + 1000);
  return syntheticSums(count, seed).map((sums) => ({ sums, approved: next() < scoreUnder(sums, truth), weight: 1 }));
}
