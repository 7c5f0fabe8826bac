export { bringForward } from './bring-forward';
export { ENTRY_KINDS, type EntryKind, NotForIndexing } from './documents/entry-kind';
export { isScenarioForIndexing, type ScenarioDocument, scenarioDocument, type ScenarioListing } from './documents/scenario.document';
export {
  type CapabilityDocument,
  capabilityDocument,
  type CapabilityListing,
  isCapabilityForIndexing,
} from './documents/capability.document';
export { type DocumentOf, type SearchDocument, type SearchHealth, SearchIndex } from './search-index';
export { IndexRebuilder, type RebuildReport, type RebuildSource } from './index-rebuilder';
export {
  type CapabilityFilters,
  PeopleSearch,
  type ScenarioFilters,
  type SearchPage,
  type SearchQuestion,
  SearchUnavailable,
} from './people-search';
export type { MatcherNow } from './entry-vector';
export type { SearchParts } from './search-parts';
export { chooseParts, SearchModule, type SearchModuleOptions } from './search.module';
