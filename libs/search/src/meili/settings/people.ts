import type { Settings } from 'meilisearch';
import type { EntryKind } from '../../documents/entry-kind';
import { PEOPLE_FIELDS } from '../../people/people-entry';
import type { SynonymGroup } from '../../people/synonyms';

/** Meilisearch takes at most 50 synonyms of a term, and looks a key of more than a few words up in vain. */
const MOST_SYNONYMS = 50;

/** Indexes people ask through the search box: typos, beginnings of words and the thesaurus's wordings are forgiven. */
export function peopleSettings(kind: EntryKind, groups: readonly SynonymGroup[]): Settings {
  return {
    searchableAttributes: PEOPLE_FIELDS[kind].map(([name]) => name),
    displayedAttributes: ['id', 'shown'],
    filterableAttributes: [
      { attributePatterns: ['sectorCodes', 'units', 'type', 'status'], features: { facetSearch: false, filter: { equality: true, comparison: false } } },
    ],
    sortableAttributes: ['newest', 'id'],
    rankingRules: ['words', 'typo', 'attributeRank', 'proximity', 'exactness', 'sort'],
    typoTolerance: { enabled: true, disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    prefixSearch: 'indexingTime',
    proximityPrecision: 'byWord',
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
    stopWords: [],
    dictionary: [],
    synonyms: synonymTable(groups),
    facetSearch: false,
    pagination: { maxTotalHits: 100_000 },
    searchCutoffMs: 5000,
  };
}

/** Every wording leads to all others of its group; the first group that has a wording keeps it. */
function synonymTable(groups: readonly SynonymGroup[]): Record<string, string[]> {
  const table: Record<string, string[]> = {};
  for (const group of groups) {
    for (const wording of group) table[wording] ??= group.filter((other) => other !== wording).slice(0, MOST_SYNONYMS);
  }
  return table;
}
