import type { CapabilityProfile, Matcher } from '@mantianxing/matching';
import type { CapabilityDocument, MatcherNow, RebuildSource, SearchParts } from '@mantianxing/search';
import { aScenario } from '../support/builders/matching-profiles';
import { asCapabilityDocument, lists, uuid } from './candidate-finder-fixture';

export interface RebuildSuite {
  matcher: Matcher;
  /** Another matcher's figures: what it made is stale to the first. */
  otherMatcher: Matcher;
  /** Two processes on one empty store of their own. */
  open(): Promise<{ one: SearchParts; two: SearchParts; withMatcher(matcher: MatcherNow): SearchParts; close(): Promise<void> }>;
}

const SLOW_MS = 180_000;

/** The rows of a directory, as a rebuild and the indexing jobs read them. */
class Rows {
  readonly now = new Map<string, CapabilityDocument>();

  set(profile: CapabilityProfile): void {
    this.now.set(profile.id, asCapabilityDocument(profile, (this.now.get(profile.id)?.revision ?? 0) + 1));
  }

  /** What the handler of `index-capability` does: write, reread, and again where the row has moved. */
  async index(parts: SearchParts, id: string): Promise<void> {
    for (let row = this.now.get(id), before; ; row = this.now.get(id)) {
      before = row;
      if (row) await parts.index.put('capability', [row]);
      else await parts.index.remove('capability', [id]);
      if (this.now.get(id) === before) return;
    }
  }

  /** `onPage` runs when a page has been read and not yet been written. */
  source(onPage: (pageNumber: number) => Promise<void> = async () => undefined): RebuildSource<'capability'> {
    let pages = 0;
    return {
      kind: 'capability',
      pageSize: 25,
      page: async (afterId, limit) => {
        const ids = [...this.now.keys()].sort().filter((id) => afterId === null || id > afterId);
        const page = ids.slice(0, limit).map((id) => this.now.get(id) as CapabilityDocument);
        await onPage(++pages);
        return page;
      },
      byIds: async (ids) => ids.flatMap((id) => this.now.get(id) ?? []),
    };
  }
}

/** A rebuild is never noticed, and nothing written while it runs is lost. */
export function indexRebuildConformance({ matcher, otherMatcher, open }: RebuildSuite): void {
  jest.setTimeout(SLOW_MS);
  let opened: Awaited<ReturnType<RebuildSuite['open']>>;
  let rows: Rows;
  const { capabilities } = lists(0, 60, 11);
  const profile = (number: number) => capabilities[number] as CapabilityProfile;
  beforeEach(async () => {
    opened = await open();
    rows = new Rows();
    for (const capability of capabilities) rows.set(capability);
  }, SLOW_MS);
  afterEach(() => opened.close(), SLOW_MS);

  const expectInStep = async () => {
    expect(await opened.two.index.count('capability')).toBe(rows.now.size);
    for (const number of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 58, 59, 60, 61]) {
      const id = uuid(2, number);
      expect([id, await opened.two.index.revisionOf('capability', id)]).toEqual([id, rows.now.get(id)?.revision]);
    }
  };
  const found = async (title: string) => {
    const scenario = matcher.distil(aScenario({ id: uuid(1, 1), title }));
    return (await opened.two.finder.capabilitiesFor(scenario, 20)).map(({ id }) => id);
  };

  it('fills an empty index, page by page', async () => {
    expect(await opened.one.rebuilder.rebuild(rows.source())).toMatchObject({ kind: 'capability', written: 60, replayed: 0 });
    await expectInStep();
    expect((await found(profile(59).name)).length).toBeGreaterThan(0);
  });

  it('drops what is no longer there and takes what has changed', async () => {
    await opened.one.rebuilder.rebuild(rows.source());
    rows.set({ ...profile(3), name: '泥石流预警雷达' });
    rows.now.delete(uuid(2, 4));
    await opened.one.rebuilder.rebuild(rows.source());
    await expectInStep();
    expect(await found('泥石流')).toEqual([uuid(2, 3)]);
  });

  it('loses no change that another process makes after a page was read and before it is written', async () => {
    await opened.one.rebuilder.rebuild(rows.source());
    const report = await opened.one.rebuilder.rebuild(
      rows.source(async (page) => {
        if (page > 1) return;
        rows.set({ ...profile(5), name: '泥石流预警雷达' });
        await rows.index(opened.two, uuid(2, 5));
        rows.now.delete(uuid(2, 6));
        await rows.index(opened.two, uuid(2, 6));
        rows.set({ ...profile(7), id: uuid(2, 60) });
        await rows.index(opened.two, uuid(2, 60));
      }),
    );
    expect(report.replayed).toBeGreaterThanOrEqual(1);
    await expectInStep();
    expect(await found('泥石流')).toEqual([uuid(2, 5)]);
  });

  it('goes on answering and taking writes all the while', async () => {
    await opened.one.rebuilder.rebuild(rows.source());
    rows.set({ ...profile(9), name: '泥石流预警雷达' });
    await rows.index(opened.two, uuid(2, 9));
    let isRunning = true;
    const writer = (async () => {
      for (let turn = 0; isRunning; turn += 1) {
        const number = turn % 3;
        if (turn % 4 === 3) rows.now.delete(uuid(2, number));
        else rows.set(profile(number));
        await rows.index(opened.two, uuid(2, number));
      }
    })();
    const reader = (async () => {
      let answers = 0;
      for (; isRunning; answers += 1) expect(await found('泥石流')).toEqual([uuid(2, 9)]);
      return answers;
    })();
    await opened.one.rebuilder.rebuild(rows.source()).finally(() => (isRunning = false));
    await writer;
    expect(await reader).toBeGreaterThan(0);
    await expectInStep();
  });

  it('leaves the old copy standing when the truth cannot be read', async () => {
    await opened.one.rebuilder.rebuild(rows.source());
    const failing = rows.source(async (page) => {
      if (page === 2) throw new Error('the directory is away');
    });
    await expect(opened.one.rebuilder.rebuild(failing)).rejects.toThrow('the directory is away');
    await expectInStep();
    await opened.one.rebuilder.rebuild(rows.source());
    await expectInStep();
  });

  it('may run twice at once', async () => {
    await Promise.all([opened.one.rebuilder.rebuild(rows.source()), opened.two.rebuilder.rebuild(rows.source())]);
    await expectInStep();
  });

  it('is asked for while the index holds what another matcher made', async () => {
    await opened.one.rebuilder.rebuild(rows.source());
    expect((await opened.two.index.ready()).stale).toEqual([]);
    const later = opened.withMatcher(() => otherMatcher);
    expect((await later.index.ready()).stale).toContain('capability');
    await later.rebuilder.rebuild(rows.source());
    expect((await later.index.ready()).stale).not.toContain('capability');
    await expectInStep();
  });
}
