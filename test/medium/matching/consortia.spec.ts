import { type ConsortiumScore, countStatistics, createMatcher, ExhaustiveFinder, FindMatches, ProfileSource } from '@mantianxing/matching';
import * as lists from '../../../apps/local-stack/src/seed/lists';
import { sampleSet } from '../../eval/sets.mjs';

const DAY = '2026-11-22';
const { scenarios, capabilities, grades } = sampleSet(lists);

class Sample extends ProfileSource {
  override async capabilities(ids: readonly string[]) {
    return capabilities.filter(({ id }) => ids.includes(id));
  }
  override async scenarios(ids: readonly string[]) {
    return scenarios.filter(({ id }) => ids.includes(id));
  }
}

describe('consortia on the sample lists', () => {
  const found = new Map<string, ConsortiumScore[]>();
  beforeAll(async () => {
    const matcher = createMatcher(countStatistics(capabilities, createMatcher()));
    const finder = new ExhaustiveFinder(matcher, [], capabilities, DAY);
    const find = new FindMatches(matcher, finder, new Sample());
    for (const scenario of scenarios) found.set(scenario.id, (await find.forScenario(scenario, DAY)).consortia);
  });
  const membersOf = (id: string) => (found.get(id) ?? []).map(({ capabilityIds }) => [...capabilityIds].sort());

  it.each([
    ['sc-workshop', '制造执行 and 故障预警', ['cap-mes', 'cap-pdm']],
    ['sc-river', '空中巡查 and 积水研判', ['cap-drone', 'cap-flood']],
  ])('%s, which no firm answers alone, gets %s', (id, _, members) => {
    expect(membersOf(id)).toEqual([members]);
    expect(found.get(id)?.[0]).toMatchObject({ band: 'RECOMMENDED', exclusions: [] });
  });

  it('are proposed where no firm answers the need alone, and nowhere else', () => {
    const answered = scenarios.filter(({ id }) => [...(grades.get(id)?.values() ?? [])].includes(3));
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.filter(({ id }) => membersOf(id).length > 0).map(({ id }) => id)).toEqual([]);
  });

  it('take in only firms that do an important part', () => {
    for (const [id, consortia] of found) {
      for (const member of consortia.flatMap(({ capabilityIds }) => capabilityIds)) expect(grades.get(id)?.get(member)).toBeGreaterThanOrEqual(2);
    }
  });
});
