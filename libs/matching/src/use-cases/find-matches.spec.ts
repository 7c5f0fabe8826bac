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
});
