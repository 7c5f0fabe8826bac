import type { MatcherNow } from '../entry-vector';
import type { QueryReader } from '../people/query-words';
import type { SynonymGroup } from '../people/synonyms';
import type { SearchParts } from '../search-parts';
import { MeiliCandidateFinder } from './meili-candidate-finder';
import { MeiliClient, type MeiliOptions } from './meili-client';
import { MeiliIndexRebuilder } from './meili-index-rebuilder';
import { MeiliPeopleSearch } from './meili-people-search';
import { MeiliSchema } from './meili-schema';
import { MeiliSearchIndex } from './meili-search-index';

/** Meilisearch does it all; nothing is asked of it before the first need. */
export function meiliParts(options: MeiliOptions, matcher: MatcherNow, reader: QueryReader, groups: readonly SynonymGroup[]): SearchParts {
  const client = new MeiliClient(options);
  const schema = new MeiliSchema(client, matcher, groups);
  const index = new MeiliSearchIndex(client, schema, matcher);
  return {
    index,
    rebuilder: new MeiliIndexRebuilder(client, schema, index, matcher),
    finder: new MeiliCandidateFinder(client, schema, matcher),
    people: new MeiliPeopleSearch(client, schema, reader),
    start: () => schema.prepare(),
  };
}
