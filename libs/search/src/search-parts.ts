import type { CandidateFinder } from '@mantianxing/matching';
import type { IndexRebuilder } from './index-rebuilder';
import type { PeopleSearch } from './people-search';
import type { SearchIndex } from './search-index';

/** One engine behind all four ports. */
export interface SearchParts {
  index: SearchIndex;
  rebuilder: IndexRebuilder;
  finder: CandidateFinder;
  people: PeopleSearch;
  /** Gets ready ahead of the first need. May throw while the engine is away: the first need then tries again. */
  start(): Promise<void>;
}
