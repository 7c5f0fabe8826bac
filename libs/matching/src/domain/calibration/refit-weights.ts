import type { MatchWeights } from '../match-weights';

/** The few weights decisions can say something about. None names a firm, and none ever may. */
export const REFIT = ['answers', 'broader', 'sector', 'tag', 'steepness', 'middle'] as const;
export type RefitName = (typeof REFIT)[number];
export type RefitWeights = Pick<MatchWeights, RefitName>;

export const THRESHOLDS = ['recommendedFrom', 'candidateFrom'] as const;
