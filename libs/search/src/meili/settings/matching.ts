import type { Settings } from 'meilisearch';
import { TIER_ATTRIBUTES } from '../term-tiers';

/** Far beyond any query's real time: what takes longer is reported as skipped and thrown. */
export const SEARCH_CUTOFF_MS = 10_000;

/**
 * Indexes the matcher asks. They hold the scorer's own terms, one made-up word each, in attributes by weight:
 * charabia's cutting of Chinese, typos, prefixes and synonyms stay out, and AND, adjacency and Traditional
 * characters are settled before (MATCHING.md 6.1 indexes the texts; see README for the figures).
 */
export const MATCHING_SETTINGS: Settings = {
  searchableAttributes: [...TIER_ATTRIBUTES],
  displayedAttributes: ['id', 'revision', 'vector'],
  filterableAttributes: [
    { attributePatterns: ['id', 'barsLocal'], features: { facetSearch: false, filter: { equality: true, comparison: false } } },
  ],
  sortableAttributes: [],
  rankingRules: ['attributeRank'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byAttribute',
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  stopWords: [],
  dictionary: [],
  synonyms: {},
  facetSearch: false,
  pagination: { maxTotalHits: 1000 },
  searchCutoffMs: SEARCH_CUTOFF_MS,
};
