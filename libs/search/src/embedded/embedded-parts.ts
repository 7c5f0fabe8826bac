import type { MatcherNow } from '../entry-vector';
import type { QueryReader } from '../people/query-words';
import type { SearchParts } from '../search-parts';
import { EmbeddedCandidateFinder } from './embedded-candidate-finder';
import { EmbeddedIndexRebuilder } from './embedded-index-rebuilder';
import { EmbeddedPeopleSearch } from './embedded-people-search';
import { EmbeddedSearchIndex } from './embedded-search-index';
import { EntryTable } from './entry-table';
import { LoadedEntries } from './loaded-entries';
import type { Sql } from './sql';

/** PostgreSQL does it all. */
export function embeddedParts(db: Sql, matcher: MatcherNow, reader: QueryReader): SearchParts {
  const table = new EntryTable(db);
  const finder = new EmbeddedCandidateFinder(matcher, new LoadedEntries(table, 'capability'), new LoadedEntries(table, 'scenario'));
  return {
    index: new EmbeddedSearchIndex(db, matcher),
    rebuilder: new EmbeddedIndexRebuilder(db, matcher),
    finder,
    people: new EmbeddedPeopleSearch(db, reader),
    start: () => finder.warmUp(),
  };
}
