import { type DataSource, openDataSource } from '@mantianxing/database';
import { chooseParts } from '@mantianxing/search';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { describeWith } from '../support/servers';
import { candidateFinderConformance } from './candidate-finder';
import { specMatcher } from './candidate-finder-fixture';
import { ExhaustiveIndex, ExhaustiveOverIndex } from './candidate-finder-exhaustive';
import { meilisearchStore } from './candidate-finder-meilisearch';

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
      const { index, finder } = chooseParts({ MEILI_URL: undefined, MEILI_MASTER_KEY: '' }, db, () => matcher);
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
