import type { Band, ReasonKind } from '@mantianxing/contracts';
import type { Decision } from './suggestion';

/** What the machine said of a pair, without the words: enough to weigh its criteria anew. */
export interface KeptPairFigure {
  score: number;
  /** Reasons that added to the score, and what was still to be verified. */
  reasons: { kind: ReasonKind; contribution: number }[];
  scoreVersion: string;
}

/** A decision that stands, with what the machine had said at that moment. Names no firm and no person. */
export interface StandingDecision extends KeptPairFigure {
  scenarioId: string;
  decision: Decision;
  reasonCode: string | null;
  decidedAt: Date;
}

export interface OpenPairFigure extends KeptPairFigure {
  band: Band;
}

/** What reviewers decided and what waits for them, for calibration. Pairs of one firm only: a 联合体 is scored otherwise. */
export abstract class DecisionLog {
  /** Approvals and rejections of every opening, in order of time; those taken back are not among them. */
  abstract standing(): Promise<StandingDecision[]>;
  abstract open(): Promise<OpenPairFigure[]>;
}
