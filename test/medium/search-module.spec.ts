import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource, openDataSource } from '@mantianxing/database';
import { CandidateFinder } from '@mantianxing/matching';
import { ENV } from '@mantianxing/platform';
import { IndexRebuilder, PeopleSearch, SearchIndex, SearchModule, SearchUnavailable } from '@mantianxing/search';
import { asCapabilityDocument, specMatcher, uuid } from '../conformance/candidate-finder-fixture';
import { aCapability, aScenario } from '../support/builders/matching-profiles';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { freePort } from '../support/free-port';

jest.setTimeout(60_000);

const matcher = specMatcher();
const lamp = asCapabilityDocument(aCapability({ id: uuid(2, 1), name: '智慧路灯控制器' }));

describe('the search module of an app', () => {
  let database: FreshDatabase;
  let db: DataSource;
  let app: TestingModule | undefined;
  beforeAll(async () => {
    database = await freshDatabase();
    db = await openDataSource(database.url);
  });
  afterEach(() => app?.close());
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const start = async (meiliUrl?: string) => {
    @Global()
    @Module({
      providers: [
        { provide: ENV, useValue: { MEILI_URL: meiliUrl, MEILI_MASTER_KEY: '' } },
        { provide: DataSource, useValue: db },
      ],
      exports: [ENV, DataSource],
    })
    class Surroundings {}
    const search = SearchModule.forRoot({ keepsIndex: true, matcher: { useFactory: () => () => matcher } });
    app = await Test.createTestingModule({ imports: [Surroundings, search] }).compile();
    await app.init();
    return app;
  };

  it('gives all ports over PostgreSQL where no engine is set', async () => {
    const started = await start();
    await started.get(SearchIndex).put('capability', [lamp]);
    const scenario = matcher.distil(aScenario({ id: uuid(1, 1), title: '路灯改造' }));
    expect((await started.get(CandidateFinder).capabilitiesFor(scenario, 5)).map(({ id }) => id)).toEqual([lamp.id]);
    expect((await started.get(PeopleSearch).searchCapabilities({ q: '路灯', page: 1, pageSize: 5 })).ids).toEqual([lamp.id]);
    expect(started.get(IndexRebuilder)).toBeInstanceOf(IndexRebuilder);
    expect(await started.get(SearchIndex).ready()).toMatchObject({ up: true, engine: 'embedded' });
  });

  it('starts while the engine that is set is away, and says so when it is asked', async () => {
    const started = await start(`http://127.0.0.1:${await freePort()}`);
    expect(await started.get(SearchIndex).ready()).toMatchObject({ up: false, engine: 'meilisearch', note: '检索引擎暂时联系不上' });
    await expect(started.get(SearchIndex).put('capability', [lamp])).rejects.toThrow();
    await expect(started.get(PeopleSearch).searchScenarios({ q: '路灯', page: 1, pageSize: 5 })).rejects.toBeInstanceOf(SearchUnavailable);
  });
});
