import { FULL_TEXT, OWN_WORDS } from '../score-match';
import { minusSlope } from './newton-step';
import { type PairSums, partsOf } from './pair-sums';
import { REFIT, type RefitName, type RefitWeights } from './refit-weights';

/** One decision: what the pair showed, what a person made of it, and how much that still counts (0..1). */
export interface Label {
  sums: PairSums;
  approved: boolean;
  weight: number;
}

/** Each weight holds on to its present value as firmly as this many labels' worth of evidence. */
const PRIOR_STRENGTH = 40;
/** How far a weight may go, as a multiple of its present value. 0: a criterion may fall silent, never count against. */
const RANGE: Record<RefitName, [least: number, most: number]> = {
  answers: [0, 3], broader: [0, 3], sector: [0, 3], tag: [0, 3], steepness: [0.3, 3], middle: [0.3, 2],
};
const MOST_STEPS = 60;
const MOST_HALVINGS = 30;
const SETTLED = 1e-6;
const LEAST_CHANCE = 1e-4;

/**
 * Logistic regression of approval on the score, started from and shrunk (L2, in shares of each value) to the present
 * weights: without labels nothing moves, and the more labels the less the prior counts. A weight of 0 stays 0.
 */
export function fitWeights(labels: readonly Label[], prior: RefitWeights): RefitWeights {
  let ratios = REFIT.map(() => 1);
  let cost = costOf(labels, prior, ratios);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { slope, curve } = shapeOf(labels, prior, ratios);
    const move = minusSlope(slope, curve, (k) => isHeld(k, ratios[k] as number, slope[k] as number));
    const next = better(labels, prior, ratios, move, cost);
    if (!next) break;
    const gain = cost - next.cost;
    ({ ratios, cost } = next);
    if (gain < SETTLED) break;
  }
  return weightsAt(prior, ratios);
}

/** Half the step, and half again, until it is one downhill. */
function better(labels: readonly Label[], prior: RefitWeights, from: number[], move: number[], cost: number): { ratios: number[]; cost: number } | null {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving += 1, share /= 2) {
    const ratios = from.map((ratio, k) => within(k, ratio + share * (move[k] as number)));
    const next = costOf(labels, prior, ratios);
    if (next < cost) return { ratios, cost: next };
  }
  return null;
}

const rangeOf = (k: number): [number, number] => RANGE[REFIT[k] as RefitName];

function within(k: number, ratio: number): number {
  const [least, most] = rangeOf(k);
  return Math.min(most, Math.max(least, ratio));
}

/** At the end of its range and drawn further out. */
function isHeld(k: number, ratio: number, slope: number): boolean {
  const [least, most] = rangeOf(k);
  return (ratio <= least && slope > 0) || (ratio >= most && slope < 0);
}

function weightsAt(prior: RefitWeights, ratios: readonly number[]): RefitWeights {
  const weights = { ...prior };
  REFIT.forEach((name, k) => (weights[name] = prior[name] * (ratios[k] as number)));
  return weights;
}

function costOf(labels: readonly Label[], prior: RefitWeights, ratios: readonly number[]): number {
  const weights = weightsAt(prior, ratios);
  let cost = ratios.reduce((sum, ratio) => sum + (PRIOR_STRENGTH / 2) * (ratio - 1) ** 2, 0);
  for (const { sums, approved, weight } of labels) {
    const { chance } = chanceAt(sums, weights);
    cost -= weight * Math.log(approved ? chance : 1 - chance);
  }
  return cost;
}

/** Slope of the cost and its curvature (Fisher's), in ratios. */
function shapeOf(labels: readonly Label[], prior: RefitWeights, ratios: readonly number[]): { slope: number[]; curve: number[][] } {
  const weights = weightsAt(prior, ratios);
  const slope = ratios.map((ratio) => PRIOR_STRENGTH * (ratio - 1));
  const curve = ratios.map((_, k) => ratios.map((__, l) => (k === l ? PRIOR_STRENGTH : 0)));
  for (const { sums, approved, weight } of labels) {
    const { chance, rise } = chanceAt(sums, weights);
    const room = chance * (1 - chance);
    const own = REFIT.map((name) => rise[name] * prior[name]);
    own.forEach((first, k) => {
      (slope[k] as number) -= (weight * first * ((approved ? 1 : 0) - chance)) / room;
      own.forEach((second, l) => ((curve[k] as number[])[l] as number) += (weight * first * second) / room);
    });
  }
  return { slope, curve };
}

/** The score as a chance of approval, and how it rises with each weight. */
function chanceAt(sums: PairSums, weights: RefitWeights): { chance: number; rise: Record<RefitName, number> } {
  const { text, scale, labels, general } = partsOf(sums, weights);
  const { steepness, middle } = weights;
  const raw = text + scale * labels + general;
  const bend = 1 / (1 + Math.exp(-steepness * (raw - middle)));
  const floor = 1 / (1 + Math.exp(steepness * middle));
  const room = 1 - floor;
  const score = (bend - floor) / room;
  const chance = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, score));
  const bendSlope = (bend * (1 - bend)) / room;
  // d score / d floor · d floor / d (steepness × middle)
  const floorSlope = ((1 - bend) * floor) / room;
  const perText = steepness * bendSlope * (1 + (text < FULL_TEXT ? labels / FULL_TEXT : 0) - (text < OWN_WORDS ? sums.general / OWN_WORDS : 0));
  const perLabel = steepness * bendSlope * scale;
  return {
    chance,
    rise: {
      answers: perText * sums.answers,
      broader: perText * sums.broader,
      sector: perLabel * sums.sector,
      tag: perLabel * sums.tag,
      steepness: bendSlope * (raw - middle) + floorSlope * middle,
      middle: steepness * (floorSlope - bendSlope),
    },
  };
}
