import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { createMatcher } from '../create-matcher';
import { ExhaustiveFinder } from '../domain/exhaustive-finder';
import type { CapabilityProfile, ScenarioProfile } from '../domain/profile';
import { ProfileSource } from '../domain/profile-source';
import { FindMatches } from './find-matches';

const DAY = '2026-11-22';

class Lists extends ProfileSource {
  constructor(private readonly open: ScenarioProfile[], private readonly published: CapabilityProfile[]) {
    super();
  }
  override async capabilities(ids: readonly string[]) {
    return this.published.filter(({ id }) => ids.includes(id));
  }
  override async scenarios(ids: readonly string[]) {
    return this.open.filter(({ id }) => ids.includes(id));
  }
}

function finding(scenarios: ScenarioProfile[], capabilities: CapabilityProfile[]): FindMatches {
  const matcher = createMatcher();
  const finder = new ExhaustiveFinder(matcher, scenarios.map((one) => matcher.distil(one)), capabilities, DAY);
  return new FindMatches(matcher, finder, new Lists(scenarios, capabilities));
}

const parking = aScenario({ id: 's1', title: '智慧停车', need: '停车场车牌识别与停车诱导', technologyTags: ['车牌识别'] });
const plates = aCapability({ id: 'c1', name: '智慧停车车牌识别系统', summary: '停车诱导与停车场管理', technologyTags: ['车牌识别'], isLocal: false });
const greenhouse = aCapability({ id: 'c2', name: '温室大棚控制器' });

describe('finding matches', () => {
  it('gives one pair the same number from both sides', async () => {
    const find = finding([parking], [plates, greenhouse]);
    const { matches: [forward] } = await find.forScenario(parking, DAY);
    const [reverse] = await find.forCapability(plates, DAY);
    expect(forward).toMatchObject({ scenarioId: 's1', capabilityId: 'c1', band: 'RECOMMENDED' });
    expect(reverse).toEqual(forward);
  });

  it('never proposes a firm that a required condition excludes', async () => {
    const localOnly = { ...parking, localOnly: true };
    expect(await finding([localOnly], [plates]).forScenario(localOnly, DAY)).toEqual({ matches: [], consortia: [] });
    expect(await finding([localOnly], [plates]).forCapability(plates, DAY)).toEqual([]);
  });

  it('leaves out entries that are gone since the engine last heard of them', async () => {
    const matcher = createMatcher();
    const finder = new ExhaustiveFinder(matcher, [], [plates], DAY);
    expect(await new FindMatches(matcher, finder, new Lists([parking], [])).forScenario(parking, DAY)).toEqual({ matches: [], consortia: [] });
  });

  describe('for a scenario without tags', () => {
    const scenario = aScenario({ id: 's2', title: '老旧小区改造后的停车秩序与充电安全', need: '需要停车诱导和车牌识别，监测充电桩，处理群众诉求，发布通知，培训物业人员，节约能源。' });
    const best = aCapability({ id: 'c3', name: '智慧停车', summary: '停车诱导', description: '车牌识别，充电桩接入。' });
    const better = aCapability({ id: 'c4', name: '智慧停车与充电', summary: '停车诱导', description: '车牌识别，充电桩接入，群众诉求。' });

    it('recommends the best answer from both sides', async () => {
      const find = finding([scenario], [best, greenhouse]);
      const { matches: [forward] } = await find.forScenario(scenario, DAY);
      expect(forward).toMatchObject({ capabilityId: 'c3', band: 'RECOMMENDED' });
      expect(forward?.reasons[0]?.kind).toBe('LEAD');
      expect(await find.forCapability(best, DAY)).toEqual([forward]);
    });

    it('hands it on to a better one, from both sides', async () => {
      const find = finding([scenario], [best, better, greenhouse]);
      const { matches } = await find.forScenario(scenario, DAY);
      const leads = matches.filter(({ reasons }) => reasons[0]?.kind === 'LEAD').map(({ capabilityId }) => capabilityId);
      expect(leads).toEqual(['c4']);
      const [own] = await find.forCapability(best, DAY);
      expect(own?.reasons.some(({ kind }) => kind === 'LEAD') ?? false).toBe(false);
      expect(await find.forCapability(better, DAY)).toEqual(matches.filter(({ capabilityId }) => capabilityId === 'c4'));
    });
  });
});
