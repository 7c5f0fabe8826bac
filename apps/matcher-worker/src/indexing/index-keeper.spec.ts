import type { CapabilityReader } from '@mantianxing/capability';
import type { Job } from '@mantianxing/contracts';
import type { JobQueue } from '@mantianxing/queue';
import type { ScenarioReader } from '@mantianxing/scenario';
import type { SearchHealth, SearchIndex } from '@mantianxing/search';
import { IndexKeeper } from './index-keeper';

/** An index that holds as many entries as it is told, over 65 published capabilities and 12 scenarios. */
function keeperOver(held: { capability: number; scenario: number }, health: Partial<SearchHealth> = {}) {
  const asked: Job[] = [];
  const time = { at: 1_000_000 };
  const keeper = new IndexKeeper(
    {
      ready: async () => ({ up: true, engine: 'spec', note: '', stale: [], ...health }),
      count: async (kind: 'capability' | 'scenario') => held[kind],
    } as unknown as SearchIndex,
    { countPublished: async () => 12 } as unknown as ScenarioReader,
    { countPublished: async () => 65 } as unknown as CapabilityReader,
    { add: async (jobs: Job[]) => void asked.push(...jobs) } as unknown as JobQueue,
    { now: () => new Date(time.at) },
  );
  return { keeper, asked, time };
}

describe('the keeper of the index', () => {
  it('leaves a full index alone', async () => {
    const { keeper, asked } = keeperOver({ capability: 65, scenario: 12 });
    expect([await keeper.look('v1'), await keeper.look('v1')]).toEqual([false, false]);
    expect(asked).toEqual([]);
  });

  it('asks for a rebuild when the engine came back empty, at the second look', async () => {
    const { keeper, asked } = keeperOver({ capability: 0, scenario: 12 });
    expect([await keeper.look('v1'), await keeper.look('v1')]).toEqual([false, true]);
    expect(asked.map(({ name }) => name)).toEqual(['rebuild-index']);
  });

  it('asks at once when entries were made with other knowledge, then waits a minute before asking again', async () => {
    const { keeper, asked, time } = keeperOver({ capability: 65, scenario: 12 }, { stale: ['scenario'] });
    expect([await keeper.look('v1'), await keeper.look('v1')]).toEqual([true, false]);
    time.at += 60_000;
    expect(await keeper.look('v1')).toBe(true);
    expect(await keeper.look('v2')).toBe(true);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(3);
  });

  it('waits while the engine is away', async () => {
    const { keeper, asked } = keeperOver({ capability: 0, scenario: 0 }, { up: false });
    expect([await keeper.look('v1'), await keeper.look('v1')]).toEqual([false, false]);
    expect(asked).toEqual([]);
  });
});
