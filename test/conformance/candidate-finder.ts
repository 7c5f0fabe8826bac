import type { CandidateFinder, CapabilityProfile, Matcher, ScenarioProfile } from '@mantianxing/matching';
import { ExhaustiveFinder } from '@mantianxing/matching';
import type { SearchIndex } from '@mantianxing/search';
import { aCapability, aScenario } from '../support/builders/matching-profiles';
import { asCapabilityDocument, asScenarioDocument, lists, TODAY, uuid } from './candidate-finder-fixture';

export interface FinderUnderTest {
  index: SearchIndex;
  finder: CandidateFinder;
  close(): Promise<void>;
}

export interface FinderSuite {
  matcher: Matcher;
  /** An engine of its own, empty. */
  open(): Promise<FinderUnderTest>;
  /** False for the truth itself, which scores what the hard rules exclude. */
  appliesHardRules: boolean;
}

/** An engine may take its time to fill and to empty; no test waits for a clock. */
const SLOW_MS = 120_000;

/** What every engine behind `CandidateFinder` and `SearchIndex` keeps (MATCHING.md 6.7). */
export function candidateFinderConformance({ matcher, open, appliesHardRules }: FinderSuite): void {
  jest.setTimeout(SLOW_MS);
  let engine: FinderUnderTest;
  beforeAll(async () => {
    engine = await open();
  }, SLOW_MS);
  afterAll(() => engine.close(), SLOW_MS);

  const offer = (...profiles: CapabilityProfile[]) => engine.index.put('capability', profiles.map((profile) => asCapabilityDocument(profile)));
  const need = (...profiles: ScenarioProfile[]) => engine.index.put('scenario', profiles.map((profile) => asScenarioDocument(profile)));
  const capabilitiesFor = async (said: Partial<ScenarioProfile>, limit = 20) =>
    (await engine.finder.capabilitiesFor(matcher.distil(aScenario({ id: uuid(1, 9000), ...said })), limit)).map(({ id }) => id);
  const scenariosFor = async (said: Partial<CapabilityProfile>, limit = 20) =>
    (await engine.finder.scenariosFor(aCapability({ id: uuid(2, 9000), ...said }), limit)).map(({ id }) => id);

  describe('while it is empty', () => {
    it('proposes nothing in either direction', async () => {
      expect(await capabilitiesFor({ title: '窨井盖位移监测' })).toEqual([]);
      expect(await scenariosFor({ name: '窨井盖位移监测终端' })).toEqual([]);
    });

    it('says nothing of what it does not hold', async () => {
      expect(await engine.index.count('capability')).toBe(0);
      expect(await engine.index.revisionOf('capability', uuid(2, 1))).toBeUndefined();
      await engine.index.remove('capability', [uuid(2, 1)]);
    });

    it('is up', async () => expect(await engine.index.ready()).toMatchObject({ up: true, note: '', stale: [] }));
  });

  describe('with a district’s lists', () => {
    const { scenarios, capabilities } = lists(40, 300);
    const truth = new ExhaustiveFinder(matcher, scenarios.map((one) => matcher.distil(one)), capabilities, TODAY);
    beforeAll(async () => {
      await offer(...capabilities);
      await need(...scenarios);
    }, SLOW_MS);
    afterAll(async () => {
      await engine.index.remove('capability', capabilities.map(({ id }) => id));
      await engine.index.remove('scenario', scenarios.map(({ id }) => id));
    }, SLOW_MS);

    it('holds what was put', async () => {
      expect(await engine.index.count('capability')).toBe(300);
      expect(await engine.index.revisionOf('scenario', uuid(1, 7))).toBe(1);
    });

    it('has at least 0.98 of the best 20 capabilities of each scenario among its 200', async () => {
      const recalls = await Promise.all(
        scenarios.map(async (profile) => {
          const scenario = matcher.distil(profile);
          const best = await truth.capabilitiesFor(scenario, 20);
          const found = new Set((await engine.finder.capabilitiesFor(scenario, 200)).map(({ id }) => id));
          return best.filter(({ id }) => found.has(id)).length / best.length;
        }),
      );
      expect(mean(recalls)).toBeGreaterThanOrEqual(0.98);
    });

    it('has at least 0.98 of the best 20 scenarios of each capability among its 30', async () => {
      const recalls = await Promise.all(
        capabilities.slice(0, 40).map(async (capability) => {
          const best = (await truth.scenariosFor(capability, 20)).slice(0, 20);
          const found = new Set((await engine.finder.scenariosFor(capability, 30)).map(({ id }) => id));
          return best.length === 0 ? 1 : best.filter(({ id }) => found.has(id)).length / best.length;
        }),
      );
      expect(mean(recalls)).toBeGreaterThanOrEqual(0.98);
    });

    it('answers twice alike, best first, equal evidence by id, and a shorter list is the head of a longer', async () => {
      const scenario = matcher.distil(scenarios[3] as ScenarioProfile);
      const long = await engine.finder.capabilitiesFor(scenario, 50);
      expect(await engine.finder.capabilitiesFor(scenario, 50)).toEqual(long);
      expect((await engine.finder.capabilitiesFor(scenario, 5)).map(({ id }) => id)).toEqual(long.slice(0, 5).map(({ id }) => id));
      for (let i = 1; i < long.length; i += 1) {
        const [before, after] = [long[i - 1], long[i]] as [{ id: string; evidence: number }, { id: string; evidence: number }];
        expect(before.evidence > after.evidence || (before.evidence === after.evidence && before.id < after.id)).toBe(true);
      }
    });

    it('answers many questions at once as it answers one', async () => {
      const one = await capabilitiesFor(scenarios[0] as ScenarioProfile);
      const many = await Promise.all(Array.from({ length: 12 }, () => capabilitiesFor(scenarios[0] as ScenarioProfile)));
      for (const answer of many) expect(answer).toEqual(one);
    });
  });

  describe('as entries come, change and go', () => {
    const lamp = aCapability({ id: uuid(2, 501), name: '智慧路灯单灯控制器', summary: '路灯远程开关' });
    const lift = aCapability({ id: uuid(2, 502), name: '电梯困人识别', summary: '轿厢视频识别' });

    it('finds what was put as soon as that has returned', async () => {
      for (let round = 0; round < 3; round += 1) {
        await offer(lamp);
        expect(await capabilitiesFor({ title: '路灯改造' })).toEqual([lamp.id]);
        await engine.index.remove('capability', [lamp.id]);
        expect(await capabilitiesFor({ title: '路灯改造' })).toEqual([]);
      }
    });

    it('counts an entry put twice once', async () => {
      await offer(lift);
      await offer(lift, lift);
      expect(await engine.index.count('capability')).toBe(1);
      expect(await capabilitiesFor({ title: '电梯困人' })).toEqual([lift.id]);
    });

    it('forgets what a changed entry no longer says', async () => {
      await engine.index.put('capability', [asCapabilityDocument({ ...lift, name: '扶梯逆行识别', summary: '' }, 2)]);
      expect(await capabilitiesFor({ title: '轿厢视频' })).toEqual([]);
      expect(await capabilitiesFor({ title: '扶梯逆行' })).toEqual([lift.id]);
      expect(await engine.index.revisionOf('capability', lift.id)).toBe(2);
    });

    it('never proposes a withdrawn scenario or a removed capability again', async () => {
      const withdrawn = aScenario({ id: uuid(1, 501), title: '扶梯逆行识别', need: '识别扶梯逆行' });
      await need(withdrawn, aScenario({ id: uuid(1, 502), title: '扶梯逆行告警' }));
      await engine.index.remove('scenario', [withdrawn.id]);
      expect(await scenariosFor({ name: '扶梯逆行识别' })).toEqual([uuid(1, 502)]);
      await engine.index.remove('capability', [lift.id, lift.id]);
      expect(await capabilitiesFor({ title: '扶梯逆行' })).toEqual([]);
      expect(await engine.index.revisionOf('capability', lift.id)).toBeUndefined();
    });

    if (appliesHardRules) {
      it('keeps firms known not to be local from scenarios for local firms, and lets the unknown through', async () => {
        const said = { name: '桥梁健康监测' };
        await offer(
          aCapability({ id: uuid(2, 511), ...said, isLocal: false }),
          aCapability({ id: uuid(2, 512), ...said, isLocal: null }),
          aCapability({ id: uuid(2, 513), ...said, isLocal: true }),
        );
        await need(aScenario({ id: uuid(1, 511), title: '桥梁健康监测', localOnly: true }), aScenario({ id: uuid(1, 512), title: '桥梁健康监测' }));
        expect(await capabilitiesFor({ title: '桥梁健康监测', localOnly: true })).toEqual([uuid(2, 512), uuid(2, 513)]);
        expect(await capabilitiesFor({ title: '桥梁健康监测' }, 2)).toEqual([uuid(2, 511), uuid(2, 512)]);
        expect(await scenariosFor({ ...said, isLocal: false })).toEqual([uuid(1, 512)]);
        expect(await scenariosFor({ ...said, isLocal: null })).toEqual([uuid(1, 511), uuid(1, 512)]);
      });
    }
  });

  describe('whatever stands in the text', () => {
    const found = uuid(2, 601);

    it('asks for the whole of a concept: a part of it is not the thing', async () => {
      await offer(
        aCapability({ id: found, name: '边坡位移监测' }),
        aCapability({ id: uuid(2, 602), name: '边坡绿化' }),
        aCapability({ id: uuid(2, 603), name: '充电桩计费' }),
      );
      expect((await capabilitiesFor({ title: '边坡位移监测' }))[0]).toBe(found);
      expect(await capabilitiesFor({ title: '充电桩' })).toEqual([uuid(2, 603)]);
    });

    it.each([
      ['quotes and minus signs', '"边坡" -20℃ 位移监测 -充电桩'],
      ['an unclosed quote', '边坡位移监测 "'],
      ['emoji', '边坡🚧位移监测👷🏽‍♂️🇨🇳'],
      ['control characters', '边坡\u0001位移\t监测\r\n'],
    ])('is not thrown by %s', async (_what, title) => expect((await capabilitiesFor({ title }))[0]).toBe(found));

    it('reads 10,000 characters', async () => {
      const need10k = '边坡位移监测，'.repeat(1430).slice(0, 9990) + '🚧🚧🚧🚧🚧';
      expect((await capabilitiesFor({ title: '边坡', need: need10k }))[0]).toBe(found);
      await offer(aCapability({ id: uuid(2, 604), name: '泥石流预警', description: '😀'.repeat(5000) }));
      expect(await capabilitiesFor({ title: '泥石流' })).toEqual([uuid(2, 604)]);
    });

    it('finds what answers a need in other words, in both directions', async () => {
      await offer(aCapability({ id: uuid(2, 607), name: '独立式感烟探测器' }));
      await need(aScenario({ id: uuid(1, 607), title: '消防隐患排查' }));
      expect(await capabilitiesFor({ title: '火灾隐患' })).toEqual([uuid(2, 607)]);
      expect(await scenariosFor({ name: '烟雾报警器' })).toEqual([uuid(1, 607)]);
    });

    it('takes Traditional characters for Simplified ones, on both sides', async () => {
      expect((await capabilitiesFor({ title: '邊坡位移監測' }))[0]).toBe(found);
      await offer(aCapability({ id: uuid(2, 605), name: '機場鳥擊防範' }));
      expect(await capabilitiesFor({ title: '机场鸟击' })).toEqual([uuid(2, 605)]);
    });

    it('finds words of Latin and Chinese together, in any width and case', async () => {
      await offer(aCapability({ id: uuid(2, 606), name: 'ＡＩ质检工作站', technologyTags: ['5G专网'] }));
      expect(await capabilitiesFor({ title: 'AI质检' })).toContain(uuid(2, 606));
      expect(await capabilitiesFor({ title: 'ai 质检' })).toContain(uuid(2, 606));
      expect(await capabilitiesFor({ title: '５Ｇ专网' })).toContain(uuid(2, 606));
    });

    it('answers a scenario without a word with nothing', async () => expect(await capabilitiesFor({ title: '', need: '。，！' })).toEqual([]));
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
