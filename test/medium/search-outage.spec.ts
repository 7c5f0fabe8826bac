import { openDataSource } from '@mantianxing/database';
import { type SearchParts } from '@mantianxing/search';
import { asCapabilityDocument, specMatcher, uuid } from '../conformance/candidate-finder-fixture';
import { meilisearchStore, postgresParts } from '../conformance/candidate-finder-stores';
import { aCapability, aScenario } from '../support/builders/matching-profiles';
import { freshDatabase } from '../support/database';
import { describeWith } from '../support/servers';
import { type Line, lineTo } from './search-line';

const SLOW_MS = 120_000;
const matcher = specMatcher();
const lamp = asCapabilityDocument(aCapability({ id: uuid(2, 1), name: '智慧路灯控制器' }));
const lift = asCapabilityDocument(aCapability({ id: uuid(2, 2), name: '电梯困人识别' }));

interface Cuttable {
  parts: SearchParts;
  line: Line;
  close(): Promise<void>;
}

/** Whatever the engine: nothing is answered in part, nothing is taken for done, and all is well afterwards. */
function outages(open: () => Promise<Cuttable>): void {
  jest.setTimeout(SLOW_MS);
  let given: Cuttable;
  const find = async (title: string) => {
    const scenario = matcher.distil(aScenario({ id: uuid(1, 1), title }));
    return (await given.parts.finder.capabilitiesFor(scenario, 5)).map(({ id }) => id);
  };
  beforeAll(async () => {
    given = await open();
  }, SLOW_MS);
  afterAll(() => given.close(), SLOW_MS);

  it('is no reason not to start: the first need after the return is served', async () => {
    given.line.cut();
    await expect(given.parts.start()).rejects.toThrow();
    expect(await given.parts.index.ready()).toMatchObject({ up: false, stale: [] });
    given.line.mend();
    await given.parts.index.put('capability', [lamp]);
    expect(await find('路灯改造')).toEqual([lamp.id]);
  });

  it('makes writes and questions throw, so that jobs are repeated, and is over when it is over', async () => {
    given.line.cut();
    await expect(given.parts.index.put('capability', [lift])).rejects.toThrow();
    await expect(given.parts.index.remove('capability', [lamp.id])).rejects.toThrow();
    await expect(find('路灯改造')).rejects.toThrow();
    await expect(given.parts.index.count('capability')).rejects.toThrow();
    await expect(given.parts.rebuilder.rebuild({ kind: 'capability', page: async () => [lift], byIds: async () => [lift] })).rejects.toThrow();
    expect((await given.parts.index.ready()).note).not.toBe('');
    given.line.mend();
    expect(await find('路灯改造')).toEqual([lamp.id]);
    expect(await find('电梯困人')).toEqual([]);
    await given.parts.index.put('capability', [lift]);
    expect(await find('电梯困人')).toEqual([lift.id]);
    expect(await given.parts.index.ready()).toMatchObject({ up: true, note: '' });
  });
}

describe('PostgreSQL away from retrieval', () => {
  outages(async () => {
    const database = await freshDatabase();
    const line = await lineTo(database.url);
    const db = await openDataSource(line.url);
    return {
      parts: postgresParts(db, matcher),
      line,
      close: async () => {
        await db.destroy();
        await line.close();
        await database.drop();
      },
    };
  });
});

describeWith.meilisearch('Meilisearch away from retrieval', (server) => {
  let drop: () => Promise<void> = async () => undefined;
  outages(async () => {
    const line = await lineTo(server.url);
    const store = meilisearchStore({ ...server, url: line.url }, matcher);
    drop = store.drop;
    return {
      parts: store.parts(),
      line,
      close: async () => {
        await store.drop();
        await line.close();
      },
    };
  });

  it('is not the only failure: a task that the engine refuses throws, too', async () => {
    const store = meilisearchStore(server, matcher);
    const { index } = store.parts();
    await expect(index.put('capability', [{ ...lamp, id: '不合规 编号' }])).rejects.toThrow(/failed: invalid_document_id/);
    expect(await index.count('capability')).toBe(0);
    await store.drop();
  });

  it('is no worse than an answer in part: ranking cut short by the clock throws', async () => {
    const store = meilisearchStore(server, matcher);
    const { index, finder } = store.parts();
    await index.put('capability', [lamp, lift]);
    await store.cutShort('capability');
    await expect(finder.capabilitiesFor(matcher.distil(aScenario({ id: uuid(1, 1), title: '路灯改造' })), 5)).rejects.toThrow(/only in part/);
    await store.drop();
  });

  it('is followed by new indexes where the engine came back empty', async () => {
    const store = meilisearchStore(server, matcher);
    const { index, finder } = store.parts();
    await index.put('capability', [lamp]);
    await store.drop();
    await expect(finder.capabilitiesFor(matcher.distil(aScenario({ id: uuid(1, 1), title: '路灯改造' })), 5)).rejects.toThrow(/not found/);
    await index.put('capability', [lift]);
    const found = await finder.capabilitiesFor(matcher.distil(aScenario({ id: uuid(1, 1), title: '电梯困人' })), 5);
    expect(found.map(({ id }) => id)).toEqual([lift.id]);
    await store.drop();
    await drop();
  });
});
