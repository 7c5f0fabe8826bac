import { openDataSource } from '@mantianxing/database';
import { createMatcher } from '@mantianxing/matching';
import { freshDatabase } from '../support/database';
import { describeWith } from '../support/servers';
import { SPEC_THESAURUS, specMatcher } from './candidate-finder-fixture';
import { indexesOf, meilisearchStore, postgresParts } from './candidate-finder-stores';
import { indexRebuildConformance } from './candidate-finder-rebuild';

const matcher = specMatcher();
const otherMatcher = createMatcher(undefined, { ...SPEC_THESAURUS, version: 'spec-2' });

describe('rebuilding the index in PostgreSQL', () => {
  indexRebuildConformance({
    matcher,
    otherMatcher,
    open: async () => {
      const database = await freshDatabase();
      const connections = await Promise.all([openDataSource(database.url), openDataSource(database.url)]);
      return {
        one: postgresParts(connections[0], matcher),
        two: postgresParts(connections[1], matcher),
        withMatcher: (now) => postgresParts(connections[1], matcher, now),
        close: async () => {
          await Promise.all(connections.map((db) => db.destroy()));
          await database.drop();
        },
      };
    },
  });
});

describeWith.meilisearch('rebuilding the index in Meilisearch', (server) => {
  indexRebuildConformance({
    matcher,
    otherMatcher,
    open: async () => {
      const store = meilisearchStore(server, matcher);
      return { one: store.parts(), two: store.parts(), withMatcher: store.parts, close: store.drop };
    },
  });

  it('leaves no index aside behind', async () => {
    expect((await indexesOf(server)).filter((uid) => uid.includes('--'))).toEqual([]);
  });
});
