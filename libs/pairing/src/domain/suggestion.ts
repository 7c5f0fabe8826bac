import type { Band, MatchReason } from '@mantianxing/contracts';
import type { SuggestionStatus } from './suggestion-status';

/** 推荐: what the machine says of one scenario and one set of capabilities. One row, rewritten by rematches. */
export interface Suggestion {
  id: string;
  districtCode: string;
  version: number;
  scenarioId: string;
  /** Sorted capability ids: the row's identity beside the scenario. */
  memberKey: string;
  capabilityIds: string[];
  firmIds: string[];
  /** Counts how often the pair has been put before a person. */
  opening: number;
  status: SuggestionStatus;
  score: number;
  band: Band;
  reasons: MatchReason[];
  missing: string[];
  toVerify: string[];
  scenarioRevision: number;
  scenarioDigest: string;
  capabilityRevisions: number[];
  capabilityDigests: string[];
  scoreVersion: string;
  /** Why a rejected pair is back, in Chinese. */
  reopenedBecause: string;
  ownerRole: string | null;
  dueAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  openedAt: Date;
}

/** One pair as a matching run found it. */
export interface Proposal {
  capabilityId: string;
  firmId: string;
  capabilityRevision: number;
  capabilityDigest: string;
  score: number;
  band: Band;
  reasons: MatchReason[];
  missing: string[];
  toVerify: string[];
  scoreVersion: string;
}

/** The scenario side of a run. */
export interface MatchedScenario {
  id: string;
  districtCode: string;
  revision: number;
  digest: string;
}

export type Decision = 'APPROVED' | 'REJECTED';

/** 撮合审核: one decision of one opening, with what the machine had said at that moment. */
export interface Review {
  id: string;
  suggestionId: string;
  opening: number;
  decision: Decision;
  reasonCode: string | null;
  note: string;
  accountId: string;
  decidedAt: Date;
  undoneAt: Date | null;
}

export const memberKeyOf = (capabilityIds: readonly string[]): string => [...capabilityIds].sort().join('+');
