import { openDataSource } from '@mantianxing/database';
import { freshDatabase } from '../support/database';
import { freePort } from '../support/free-port';
import { describeWith } from '../support/servers';
import { specMatcher } from './candidate-finder-fixture';
import { meilisearchStore, postgresParts } from './candidate-finder-stores';
import { peopleSearchConformance } from './people-search';

const matcher = specMatcher();

describe('people’s search over PostgreSQL', () => {
  peopleSearchConformance(async () => {
    const database = await freshDatabase();
    const [db, gone] = await Promise.all([openDataSource(database.url), openDataSource(database.url)]);
    const { index, people } = postgresParts(db, matcher);
    await gone.destroy();
    return {
      index,
      people,
      away: postgresParts(gone, matcher).people,
      close: async () => {
        await db.destroy();
        await database.drop();
      },
    };
  });
});

describeWith.meilisearch('people’s search over Meilisearch', (server) => {
  peopleSearchConformance(async () => {
    const store = meilisearchStore(server, matcher);
    const nobody = meilisearchStore({ url: `http://127.0.0.1:${await freePort()}`, masterKey: '' }, matcher);
    const { index, people } = store.parts();
    return { index, people, away: nobody.parts().people, close: store.drop };
  });
});
