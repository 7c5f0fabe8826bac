import { type DataSource, openDataSource } from '@mantianxing/database';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { describeWith } from '../support/servers';
import { candidateFinderConformance } from './candidate-finder';
import { specMatcher } from './candidate-finder-fixture';
import { ExhaustiveIndex, ExhaustiveOverIndex } from './candidate-finder-exhaustive';
import { meilisearchStore, postgresParts } from './candidate-finder-stores';

const matcher = specMatcher();

describe('the finder that scores every pair', () => {
  candidateFinderConformance({
    matcher,
    appliesHardRules: false,
    open: async () => {
      const index = new ExhaustiveIndex();
      return { index, finder: new ExhaustiveOverIndex(index, matcher), close: async () => undefined };
    },
  });
});

describe('the finder over PostgreSQL', () => {
  let database: FreshDatabase;
  let db: DataSource;
  candidateFinderConformance({
    matcher,
    appliesHardRules: true,
    open: async () => {
      database = await freshDatabase();
      db = await openDataSource(database.url);
      const { index, finder } = postgresParts(db, matcher);
      return {
        index,
        finder,
        close: async () => {
          await db.destroy();
          await database.drop();
        },
      };
    },
  });
});

describeWith.meilisearch('the finder over Meilisearch', (server) => {
  candidateFinderConformance({
    matcher,
    appliesHardRules: true,
    open: async () => {
      const store = meilisearchStore(server, matcher);
      const { index, finder } = store.parts();
      return { index, finder, close: store.drop };
    },
  });
});
