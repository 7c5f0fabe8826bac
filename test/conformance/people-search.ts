import type { Mark } from '@mantianxing/contracts';
import { capabilityFieldText, scenarioFieldText, type ScenarioTextField } from '@mantianxing/matching';
import { type PeopleSearch, type SearchIndex, SearchUnavailable } from '@mantianxing/search';
import { C, CAPABILITIES, S, SCENARIOS } from './people-search-fixture';

export interface PeopleSearchUnderTest {
  index: SearchIndex;
  people: PeopleSearch;
  /** The same search with its engine away. */
  away: PeopleSearch;
  close(): Promise<void>;
}

const SLOW_MS = 120_000;

/** What people may expect of the search box, whatever the engine. */
export function peopleSearchConformance(open: () => Promise<PeopleSearchUnderTest>): void {
  jest.setTimeout(SLOW_MS);
  let engine: PeopleSearchUnderTest;
  beforeAll(async () => {
    engine = await open();
    await engine.index.put('scenario', SCENARIOS);
    await engine.index.put('capability', CAPABILITIES);
  }, SLOW_MS);
  afterAll(() => engine.close(), SLOW_MS);

  const scenarios = async (q: string, filters = {}) => (await engine.people.searchScenarios({ q, filters, page: 1, pageSize: 10 })).ids;
  const capabilities = async (q: string, filters = {}) => (await engine.people.searchCapabilities({ q, filters, page: 1, pageSize: 10 })).ids;
  const shown = async (q: string): Promise<[id: string, words: string][]> => {
    const { ids, highlights } = await engine.people.searchScenarios({ q, page: 1, pageSize: 10 });
    return ids.map((id) => [id, (highlights[id] ?? []).map(({ field, text }) => `${field}:${text}`).join(' ')]);
  };

  describe('lists', () => {
    it('everything, newest first, where nothing is asked', async () => {
      expect(await scenarios('')).toEqual([S.school, S.tunnels, S.elderly, S.lamps, S.wells]);
      expect(await capabilities('  ')).toEqual([C.rain, C.cloud, C.mes, C.smoke, C.wells]);
    });

    it('page by page, with the number of all', async () => {
      const page = async (number: number) => engine.people.searchScenarios({ q: '', page: number, pageSize: 2 });
      expect(await page(2)).toEqual({ ids: [S.elderly, S.lamps], total: 5, highlights: { [S.elderly]: [], [S.lamps]: [] } });
      expect(await page(3)).toMatchObject({ ids: [S.wells], total: 5 });
      expect(await page(4)).toMatchObject({ ids: [], total: 5 });
    });

    it.each([
      ['sector', { sector: '城市治理' }, [S.lamps, S.wells]],
      ['unit, whatever its part in the scenario', { unit: '区住房城乡建委' }, [S.lamps]],
      ['state', { status: 'IN_TALKS' }, [S.school]],
      ['several at once', { sector: '城市治理', unit: '区城市管理局', status: 'PUBLISHED' }, [S.lamps, S.wells]],
      ['what nothing has', { sector: '"城市治理" OR sectorCodes EXISTS' }, []],
    ])('narrowed down by %s', async (_by, filters, ids) => expect(await scenarios('', filters)).toEqual(ids));

    it('narrowed down by kind and sector of capabilities', async () => {
      expect(await capabilities('', { kind: 'PRODUCT' })).toEqual([C.smoke, C.wells]);
      expect(await capabilities('', { sector: '养老民政' })).toEqual([C.smoke]);
      expect(await capabilities('窨井盖', { kind: 'SERVICE' })).toEqual([C.rain]);
    });
  });

  describe('finds', () => {
    it('titles before bodies', async () => expect(await scenarios('窨井盖')).toEqual([S.wells, S.lamps]));

    it('only what holds every word, where something does', async () => expect(await scenarios('窨井盖 位移')).toEqual([S.wells]));

    it('what holds some words, where nothing holds all', async () => {
      const found = await engine.people.searchScenarios({ q: '窨井盖 隧道', page: 1, pageSize: 10 });
      expect(new Set(found.ids)).toEqual(new Set([S.wells, S.lamps, S.tunnels]));
      expect(found.total).toBe(3);
    });

    it('words that run on in one sentence', async () => expect((await scenarios('独居老人火灾隐患'))[0]).toBe(S.elderly));

    it('synonyms and abbreviations of the thesaurus, either way', async () => {
      expect(await capabilities('烟雾报警器')).toEqual([C.smoke]);
      expect(await capabilities('MES')).toEqual([C.mes]);
      expect(await scenarios('消防隐患')).toEqual([S.elderly]);
    });

    it('Simplified for Traditional and Traditional for Simplified', async () => {
      expect(await scenarios('门禁升级')).toEqual([S.school]);
      expect(await scenarios('獨居老人')).toEqual([S.elderly]);
    });

    it('words of Latin in any case and width, by their beginning, and firms by name', async () => {
      expect(await capabilities('KUBERNETES')).toEqual([C.cloud]);
      expect(await capabilities('ｋｕｂｅｒ')).toEqual([C.cloud]);
      expect(await capabilities('山城物联')).toEqual([C.wells]);
    });

    it('nothing for what nobody wrote', async () => {
      expect(await engine.people.searchScenarios({ q: '量子纠缠', page: 1, pageSize: 10 })).toEqual({ ids: [], total: 0, highlights: {} });
      expect(await scenarios('！？……')).toEqual([]);
    });

    it.each(['"窨井盖', '-窨井盖', "窨井盖' & !", '窨井盖 \\', '窨井盖:*', '🚧窨井盖🚧', '窨井盖\u0000'])('the same for %j', async (q) =>
      expect(await scenarios(q)).toEqual([S.wells, S.lamps]),
    );

    it('does not break on 10,000 characters', async () => expect((await scenarios('窨井盖'.repeat(3334)))[0]).toBe(S.wells));
  });

  describe('shows', () => {
    it('the words that were found, where they stand in the text as written', async () => {
      const { highlights } = await engine.people.searchScenarios({ q: '窨井盖', page: 1, pageSize: 10 });
      expect(highlights[S.wells]).toEqual([{ field: 'title', start: 0, end: 3, text: '窨井盖' }]);
      for (const [id, marks] of Object.entries(highlights)) for (const mark of marks) expect(stands(id, mark)).toBe(true);
      expect(await shown('门禁')).toEqual([[S.school, 'title:門禁']]);
      expect(await shown('消防隐患')).toEqual([[S.elderly, 'need:火灾隐患']]);
    });

    it('words of capabilities, lists included', async () => {
      const { highlights } = await engine.people.searchCapabilities({ q: '云原生 kubernetes', page: 1, pageSize: 10 });
      expect(highlights[C.cloud]?.map(({ field, text }) => `${field}:${text}`).sort()).toEqual(['name:Kubernetes', 'technologyTags:云原生']);
      for (const mark of highlights[C.cloud] ?? []) expect(stands(C.cloud, mark)).toBe(true);
    });
  });

  it('forgets what was removed and what was rewritten', async () => {
    const [wells] = SCENARIOS as [(typeof SCENARIOS)[0]];
    const extra = { ...wells, id: wells.id.replace(/1$/, '9'), profile: { ...wells.profile, title: '热力管网巡检' } };
    await engine.index.put('scenario', [extra]);
    expect(await scenarios('热力管网')).toEqual([extra.id]);
    await engine.index.put('scenario', [{ ...extra, profile: { ...extra.profile, title: '供热管网巡检' } }]);
    expect(await scenarios('供热管网')).toEqual([extra.id]);
    await engine.index.remove('scenario', [extra.id]);
    expect(await scenarios('供热管网')).toEqual([]);
    expect(await scenarios('')).toHaveLength(5);
  });

  it('says that it is away, so that the portal can look through titles', async () => {
    await expect(engine.away.searchScenarios({ q: '窨井盖', page: 1, pageSize: 10 })).rejects.toBeInstanceOf(SearchUnavailable);
    await expect(engine.away.searchCapabilities({ q: '', page: 1, pageSize: 10 })).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE', status: 503 });
  });
}

function stands(id: string, { field, start, end, text }: Mark): boolean {
  const scenario = SCENARIOS.find((one) => one.id === id);
  const capability = CAPABILITIES.find((one) => one.id === id);
  const whole = scenario ? scenarioFieldText(scenario.profile, field as ScenarioTextField) : capability ? capabilityFieldText(capability.profile, field as 'name') : '';
  return whole.slice(start, end) === text;
}
