import type { CalibrationReport } from './calibration/calibration-report';
import { MATCH_WEIGHTS, type MatchWeights } from './match-weights';

export type ScoreVersionStatus = 'DRAFT' | 'ACTIVE' | 'RETIRED';

/** What a calibration leaves for a person to judge. Its content is never changed afterwards. */
export interface NewScoreVersion {
  weights: MatchWeights;
  thesaurusVersion: string;
  /** The statistics in force at the refit; null: none yet. */
  statisticsEpoch: number | null;
  /** Name of the weights the refit started from. */
  basedOn: string;
  report: CalibrationReport;
}

export interface ScoreVersion extends NewScoreVersion {
  id: number;
  status: ScoreVersionStatus;
  createdAt: Date;
  activatedAt: Date | null;
  /** Account that put it into force last. */
  activatedBy: string | null;
}

/**
 * `c3.w1`: the third calibration, by a program whose built-in weights are `w1`. The second part changes with the
 * program, because weights a later program adds have their built-in value in an earlier calibration.
 */
export const scoreVersionName = (id: number): string => `c${id}.${MATCH_WEIGHTS.version}`;

/** The number in a name of `scoreVersionName`; null for built-in weights. */
export function scoreVersionId(name: string): number | null {
  const [, id] = /^c(\d+)(?:\.|$)/.exec(name) ?? [];
  return id === undefined ? null : Number(id);
}

/** Weights as they were stored, over the built-in ones. Throws Error where one is no figure of 0 or more. */
export function readWeights(id: number, stored: object): MatchWeights {
  const weights: MatchWeights = { ...MATCH_WEIGHTS, ...stored, version: scoreVersionName(id) };
  const figures = Object.entries(weights).flatMap(([name, value]) => (typeof value === 'object' ? Object.values(value) : name === 'version' ? [] : [value]));
  if (figures.some((figure) => !Number.isFinite(figure) || (figure as number) < 0)) throw new Error(`score version ${id} holds a weight that is no figure`);
  return weights;
}
