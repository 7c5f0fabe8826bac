import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { matchLists } from './match-lists';

const scenarios = [
  aScenario({ id: 's1', title: '热线工单智能分派', need: '根据群众诉求自动推荐承办单位' }),
  aScenario({ id: 's2', title: '古籍修复', need: '宣纸脱酸' }),
];
const capabilities = [
  aCapability({ id: 'c1', name: '12345工单分派引擎', summary: '诉求分类与智能派单' }),
  aCapability({ id: 'c2', name: '温室大棚控制器' }),
];

describe('matching two lists', () => {
  it('gives each scenario its pairs, best first, and none where there is nothing', () => {
    const found = [...matchLists(scenarios, capabilities, { asOf: '2026-11-22' })];
    expect(found.map(({ scenario, matches }) => [scenario.id, matches.map(({ capabilityId }) => capabilityId)])).toEqual([
      ['s1', ['c1']],
      ['s2', []],
    ]);
  });

  it('reports its progress up to the whole', () => {
    const seen: number[] = [];
    const progress = { asOf: '2026-11-22', onProgress: (done: number, whole: number) => seen.push(done / whole) };
    expect([...matchLists(scenarios, capabilities, progress)]).toHaveLength(2);
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it('keeps no more than the number asked for', () => {
    const many = Array.from({ length: 30 }, (_, i) => aCapability({ id: `c${i}`, name: '12345工单分派引擎', summary: '热线诉求智能派单' }));
    const [first] = matchLists(scenarios, many, { asOf: '2026-11-22', top: 5 });
    expect(first?.matches).toHaveLength(5);
  });
});
