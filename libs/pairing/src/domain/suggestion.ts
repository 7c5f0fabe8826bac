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
  /** The lead first; `firmIds`, `capabilityRevisions` and `capabilityDigests` in the same order. */
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

/** One capability as a matching run saw it. */
export interface ProposedMember {
  capabilityId: string;
  firmId: string;
  capabilityRevision: number;
  capabilityDigest: string;
}

/** What a matching run found: one capability, or the lead of a 联合体 with its partners. */
export interface Proposal extends ProposedMember {
  /** The other members of a 联合体, each of another firm. */
  partners?: ProposedMember[];
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

/** The lead first. */
export const membersOf = ({ partners = [], ...lead }: Proposal): ProposedMember[] => [lead, ...partners];

export const memberKeyOf = (capabilityIds: readonly string[]): string => [...capabilityIds].sort().join('+');

export const proposalKeyOf = (proposal: Proposal): string => memberKeyOf(membersOf(proposal).map(({ capabilityId }) => capabilityId));

/** A proposal's members as a row keeps them. */
export function memberColumns(proposal: Proposal): Pick<Suggestion, 'capabilityIds' | 'firmIds' | 'capabilityRevisions' | 'capabilityDigests'> {
  const members = membersOf(proposal);
  return {
    capabilityIds: members.map(({ capabilityId }) => capabilityId),
    firmIds: members.map(({ firmId }) => firmId),
    capabilityRevisions: members.map(({ capabilityRevision }) => capabilityRevision),
    capabilityDigests: members.map(({ capabilityDigest }) => capabilityDigest),
  };
}
