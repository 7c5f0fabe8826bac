import { type DataSource, openDataSource } from '@mantianxing/database';
import type { SearchParts } from '@mantianxing/search';
import { asCapabilityDocument, lists, specMatcher, uuid } from '../conformance/candidate-finder-fixture';
import { postgresParts } from '../conformance/candidate-finder-stores';
import { aCapability, aScenario } from '../support/builders/matching-profiles';
import { freshDatabase, type FreshDatabase } from '../support/database';

jest.setTimeout(60_000);

const matcher = specMatcher();
const { capabilities } = lists(0, 200, 3);
const landslide = aScenario({ id: uuid(1, 1), title: '泥石流' });

/** Each worker process holds postings of its own; PostgreSQL is all they have in common. */
describe('several processes with postings of their own', () => {
  let database: FreshDatabase;
  let connections: DataSource[];
  let processes: SearchParts[];
  beforeAll(async () => {
    database = await freshDatabase();
    connections = await Promise.all([1, 2, 3].map(() => openDataSource(database.url)));
    processes = connections.map((db) => postgresParts(db, matcher));
    await processes[0]?.index.put('capability', capabilities.map((profile) => asCapabilityDocument(profile)));
    for (const { start } of processes) await start();
  });
  afterAll(async () => {
    await Promise.all(connections.map((db) => db.destroy()));
    await database.drop();
  });

  const answers = (profile = landslide, limit = 50) =>
    Promise.all(processes.map(({ finder }) => finder.capabilitiesFor(matcher.distil(profile), limit)));
  const put = (by: number, name: string, number = 900) =>
    processes[by]?.index.put('capability', [asCapabilityDocument(aCapability({ id: uuid(2, number), name }))]);

  it('answer alike, evidence included', async () => {
    const profile = aScenario({ id: uuid(1, 2), title: '井盖在线监测', need: '窨井与河道风险预警，智能派单' });
    const [first, ...others] = await answers(profile);
    expect(first?.length).toBe(50);
    for (const other of others) expect(other).toEqual(first);
  });

  it('see each other’s writes and removals at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await put(round % 3, '泥石流预警雷达');
      for (const answer of await answers()) expect(answer.map(({ id }) => id)).toEqual([uuid(2, 900)]);
      await processes[(round + 1) % 3]?.index.remove('capability', [uuid(2, 900)]);
      for (const answer of await answers()) expect(answer).toEqual([]);
    }
  });

  it('miss nothing of what commits late, behind a write that began before it', async () => {
    const runner = connections[0]?.createQueryRunner();
    if (!runner) throw new Error('no connection');
    await runner.startTransaction();
    const late = postgresParts({ query: (sql: string, parameters?: unknown[]) => runner.query(sql, parameters) } as Pick<DataSource, 'query'>, matcher);
    await late.index.put('capability', [asCapabilityDocument(aCapability({ id: uuid(2, 901), name: '泥石流次声监测' }))]);
    await put(1, '泥石流预警雷达', 902);
    for (const answer of await answers()) expect(answer.map(({ id }) => id)).toEqual([uuid(2, 902)]);
    await runner.commitTransaction();
    await runner.release();
    for (const answer of await answers()) expect(answer.map(({ id }) => id).sort()).toEqual([uuid(2, 901), uuid(2, 902)]);
    await processes[2]?.index.remove('capability', [uuid(2, 901), uuid(2, 902)]);
  });

  it('come to one state after hundreds of writes at once', async () => {
    const numbers = Array.from({ length: 120 }, (_, i) => i);
    await Promise.all(numbers.map((i) => put(i % 3, `泥石流预警雷达 ${i % 2 === 0 ? '山洪' : ''}`, 1000 + (i % 40))));
    await Promise.all(numbers.slice(0, 30).map((i) => processes[(i + 1) % 3]?.index.remove('capability', [uuid(2, 1000 + i)])));
    const [first, ...others] = await answers();
    expect(first?.map(({ id }) => id).sort()).toEqual(Array.from({ length: 10 }, (_, i) => uuid(2, 1030 + i)));
    for (const other of others) expect(other).toEqual(first);
  });

  it('load anew when removals older than a day are cleared away', async () => {
    await put(0, '泥石流预警雷达', 950);
    await answers();
    // One process sleeps while the entry is removed, the tombstone ages, and a rebuild clears it away. Its transaction
    // ages too (3 is the first there is): whatever else runs on the server, a tombstone of two days is behind its snapshot.
    await connections[0]?.query(
      `update search.entry set removed = true, rev = '3', changed_at = now() - interval '2 days', vector = '' where kind = 'capability' and id = $1`,
      [uuid(2, 950)],
    );
    const kept = capabilities.map((profile) => asCapabilityDocument(profile));
    await processes[1]?.rebuilder.rebuild({ kind: 'capability', page: async (after) => (after === null ? kept : []), byIds: async () => [] });
    const [{ tombstones }] = await (connections[0] as DataSource).query(`select count(*)::int as tombstones from search.entry where removed and id = $1`, [uuid(2, 950)]);
    expect(tombstones).toBe(0);
    for (const answer of await answers()) expect(answer).toEqual([]);
  });
});
