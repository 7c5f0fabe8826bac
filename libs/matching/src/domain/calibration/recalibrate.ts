import type { Band } from '@mantianxing/contracts';
import { bandOf } from '../match-threshold';
import type { MatchWeights } from '../match-weights';
import { SCORE_VERSION_ERRORS } from '../score-version.errors';
import type { BandChange, CalibrationReport } from './calibration-report';
import { fitThresholds, type ScoredLabel } from './fit-thresholds';
import { fitWeights, type Label } from './fit-weights';
import { holdOut } from './hold-out';
import { measureLabels } from './measure-labels';
import { type KeptReason, scoreUnder, type PairSums, sumsOf } from './pair-sums';
import { REFIT, THRESHOLDS } from './refit-weights';

/** What the machine had said of a pair. */
export interface KeptFigure {
  score: number;
  reasons: KeptReason[];
  scoreVersion: string;
}

/** A decision that stands, with what the machine had said at that moment. */
export interface KeptDecision extends KeptFigure {
  scenarioId: string;
  approved: boolean;
  reasonCode: string | null;
  decidedAt: Date;
}

export interface CalibrationOrder {
  decisions: readonly KeptDecision[];
  /** Pairs now before a reviewer. */
  open: readonly (KeptFigure & { band: Band })[];
  present: MatchWeights;
  /** The weights a score version was made by; undefined when nobody knows any more. */
  weightsOf: (weightsVersion: string) => MatchWeights | undefined;
  now: Date;
  /** Fewer usable decisions are refused. */
  least: number;
  holdOutShare: number;
  seed: number;
}

/** Refusals for money, doubles and thin files say nothing of how well two texts fit. */
const SAYS_NOTHING = new Set(['FUNDING', 'DUPLICATE', 'TOO_LITTLE_INFORMATION']);
/** A rejection older than this weighs half: firms and needs move on. */
const FRESH_MS = 180 * 86_400_000;
const AGED_WEIGHT = 0.5;

type DecidedPair = Label & { scenarioId: string };

/**
 * Fits the few weights and the two thresholds on one part of the decisions and measures them on the other. Throws
 * TOO_FEW_DECISIONS, ONE_SCENARIO or ONE_SIDED_DECISIONS (422). `weights` keep the present version's name.
 */
export function recalibrate(order: CalibrationOrder): { weights: MatchWeights; report: CalibrationReport } {
  const { present, seed } = order;
  const telling = order.decisions.filter(({ approved, reasonCode }) => approved || !SAYS_NOTHING.has(reasonCode ?? ''));
  const pairs = telling.flatMap((decision) => asLabel(decision, order));
  if (pairs.length < order.least) throw SCORE_VERSION_ERRORS.tooFewDecisions(pairs.length, order.least);
  const { fitted, heldOut } = holdOut(pairs, order.holdOutShare, seed);
  if (fitted.length === 0 || heldOut.length === 0) throw SCORE_VERSION_ERRORS.oneScenario();
  if (new Set(fitted.map(({ approved }) => approved)).size < 2) throw SCORE_VERSION_ERRORS.oneSided();
  const weights = refit(fitted, present);
  const report = {
    ...counts(order, telling.length, pairs),
    scenarios: { fitted: scenarios(fitted), heldOut: scenarios(heldOut) },
    ...{ fitted: fitted.length, heldOut: heldOut.length, seed },
    before: measureLabels(scored(heldOut, present), present.recommendedFrom),
    after: measureLabels(scored(heldOut, weights), weights.recommendedFrom),
    changes: [...REFIT, ...THRESHOLDS].map((name) => ({ name, from: present[name], to: weights[name] })),
    open: openChanges(order, weights),
  };
  return { weights, report };
}

function asLabel(decision: KeptDecision, { weightsOf, now }: CalibrationOrder): DecidedPair[] {
  const sums = sumsThen(decision, weightsOf);
  const { scenarioId, approved } = decision;
  return sums ? [{ scenarioId, approved, sums, weight: isAged(decision, now) ? AGED_WEIGHT : 1 }] : [];
}

function sumsThen({ score, reasons, scoreVersion }: KeptFigure, weightsOf: CalibrationOrder['weightsOf']): PairSums | undefined {
  const then = weightsOf(scoreVersion.split('/')[0] as string);
  return then && sumsOf(score, reasons, then);
}

const isAged = ({ approved, decidedAt }: KeptDecision, now: Date): boolean => !approved && now.getTime() - decidedAt.getTime() > FRESH_MS;

/** Weights first, then the thresholds for the scores these weights make. */
function refit(fitted: readonly DecidedPair[], present: MatchWeights): MatchWeights {
  const weights = { ...present, ...fitWeights(fitted, present) };
  const whole = { ...weights, ...fitThresholds(scored(fitted, weights), present) };
  for (const name of [...REFIT, ...THRESHOLDS]) whole[name] = Math.round(whole[name] * 10_000) / 10_000;
  return whole;
}

const scored = (pairs: readonly DecidedPair[], weights: MatchWeights): ScoredLabel[] =>
  pairs.map(({ sums, approved, weight }) => ({ score: scoreUnder(sums, weights), approved, weight, isCapped: sums.isCapped }));

const scenarios = (pairs: readonly DecidedPair[]): number => new Set(pairs.map(({ scenarioId }) => scenarioId)).size;

function counts({ decisions }: CalibrationOrder, telling: number, pairs: readonly DecidedPair[]): Pick<CalibrationReport, 'decisions' | 'leftOut'> {
  const approved = pairs.filter((pair) => pair.approved).length;
  const aged = pairs.filter(({ weight }) => weight < 1).length;
  return {
    decisions: { used: pairs.length, approved, rejected: pairs.length - approved, aged },
    leftOut: { saysNothingOfMatching: decisions.length - telling, madeByUnknownVersion: telling - pairs.length },
  };
}

/** A lead keeps its 推荐 for as long as it reaches what a lead needs; who else would lead is not known here. */
function bandUnder(sums: PairSums, weights: MatchWeights): Band | null {
  const score = scoreUnder(sums, weights);
  const band = bandOf(score, weights, false, sums.isCapped);
  return sums.isLead && band !== null && score >= weights.leadFrom ? 'RECOMMENDED' : band;
}

/** How many open pairs would stand in another band, by what is kept of them. */
function openChanges({ open, weightsOf }: CalibrationOrder, weights: MatchWeights): CalibrationReport['open'] {
  const changes = new Map<string, BandChange>();
  for (const figure of open) {
    const sums = sumsThen(figure, weightsOf);
    if (!sums) continue;
    const to = bandUnder(sums, weights);
    if (to === figure.band) continue;
    const change = changes.get(`${figure.band} ${to}`) ?? { from: figure.band, to, suggestions: 0 };
    changes.set(`${figure.band} ${to}`, { ...change, suggestions: change.suggestions + 1 });
  }
  return { suggestions: open.length, changes: [...changes.values()].sort((a, b) => b.suggestions - a.suggestions) };
}
