import type { Band } from '@mantianxing/contracts';

/** How well scores told what people decided, on labels the fit never saw. Shares are 0..1; null: nothing to measure by. */
export interface Measures {
  logLoss: number | null;
  auc: number | null;
  /** Pairs in the band 推荐. */
  recommended: number;
  /** Of those, the share people approved. */
  precision: number | null;
}

export interface WeightChange {
  name: string;
  from: number;
  to: number;
}

export interface BandChange {
  /** Null: not shown at all. */
  from: Band | null;
  to: Band | null;
  suggestions: number;
}

/** What `npm run calibrate` found, kept with the version it drafted. */
export interface CalibrationReport {
  decisions: { used: number; approved: number; rejected: number; aged: number };
  leftOut: { saysNothingOfMatching: number; madeByUnknownVersion: number };
  scenarios: { fitted: number; heldOut: number };
  fitted: number;
  heldOut: number;
  seed: number;
  before: Measures;
  after: Measures;
  changes: WeightChange[];
  open: { suggestions: number; changes: BandChange[] };
}

/** Below this many held-out decisions a difference is chance. */
const TELLING_HOLD_OUT = 50;
const AUC_NOISE = 0.005;

/** Whether the hold-out speaks for the draft: closer to what people decided, and telling apart no worse. */
export function verdictOf({ heldOut, before, after }: CalibrationReport): 'BETTER' | 'NOT_BETTER' | 'TOO_FEW' {
  if (heldOut < TELLING_HOLD_OUT || before.logLoss === null || after.logLoss === null) return 'TOO_FEW';
  const tellsWorse = before.auc !== null && after.auc !== null && after.auc < before.auc - AUC_NOISE;
  return after.logLoss < before.logLoss && !tellsWorse ? 'BETTER' : 'NOT_BETTER';
}
