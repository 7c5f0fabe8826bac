import type { Band, MatchReason } from '@mantianxing/contracts';

/** What the matcher says of one pair. Contributions of `reasons` sum to `score`; those of 0 explain without adding. */
export interface MatchScore {
  scenarioId: string;
  capabilityId: string;
  /** 0..1, the same number whichever side asked. */
  score: number;
  /** Null: not worth showing, or excluded. */
  band: Band | null;
  reasons: MatchReason[];
  /** Words of the scenario that nothing in the capability meets, weightiest first. */
  missing: string[];
  /** What somebody must find out first; unknown required conditions also cap the band at CANDIDATE. */
  toVerify: string[];
  /** Required conditions known not to hold. Not empty: the pair is never proposed. */
  exclusions: string[];
  /** {档位}：覆盖{n}/{m}项需求 */
  summary: string;
  covered: number;
  wanted: number;
  scoreVersion: string;
}
