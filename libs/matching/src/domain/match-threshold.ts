import type { Band } from '@mantianxing/contracts';
import type { MatchWeights } from './match-weights';

/** Suggestions kept for one scenario; a reviewer's minute is the scarce thing. */
export const MOST_SUGGESTIONS = 20;
/** Shown, as 弱匹配, where nothing better was found. */
export const MOST_WEAK = 3;
/** Below this share of the score a pair has nothing to say for itself. */
const LEAST_SCORE = 0.1;

type Calibration = Pick<MatchWeights, 'steepness' | 'middle'>;

/** Raw sum → 0..1, rising, 0 at 0. */
export function calibrate(raw: number, { steepness, middle }: Calibration): number {
  const logistic = (value: number) => 1 / (1 + Math.exp(-steepness * (value - middle)));
  const floor = logistic(0);
  return Math.max(0, (logistic(raw) - floor) / (1 - floor));
}

/** The raw sum that makes this score; the reverse of `calibrate` for scores of 0 or more and below 1. */
export function uncalibrate(score: number, { steepness, middle }: Calibration): number {
  const floor = 1 / (1 + Math.exp(steepness * middle));
  const share = Math.min(1 - 1e-9, score) * (1 - floor) + floor;
  return middle + Math.log(share / (1 - share)) / steepness;
}

/** 推荐 is capped to 候选 where a required condition is unknown; an excluded pair has no band. */
export function bandOf(score: number, weights: Pick<MatchWeights, 'recommendedFrom' | 'candidateFrom'>, isExcluded: boolean, isCapped: boolean): Band | null {
  if (isExcluded || score < LEAST_SCORE) return null;
  if (score >= weights.recommendedFrom) return isCapped ? 'CANDIDATE' : 'RECOMMENDED';
  return score >= weights.candidateFrom ? 'CANDIDATE' : 'WEAK';
}

/** Of a list with best scores first: 推荐 and 候选 up to `most`, else the best three 弱匹配. */
export function worthShowing<Pair extends { band: Band | null }>(ranked: readonly Pair[], most = MOST_SUGGESTIONS): Pair[] {
  const good = ranked.filter(({ band }) => band === 'RECOMMENDED' || band === 'CANDIDATE').slice(0, most);
  return good.length > 0 ? good : ranked.filter(({ band }) => band === 'WEAK').slice(0, Math.min(MOST_WEAK, most));
}
