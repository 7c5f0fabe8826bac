import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { createMatcher } from '../create-matcher';
import { findConsortia } from './find-consortia';
import type { CapabilityProfile, ScenarioProfile } from './profile';
import type { ConsortiumScore } from './score-consortium';

const DAY = '2026-11-22';
const matcher = createMatcher();

function find(scenario: ScenarioProfile, capabilities: CapabilityProfile[]): ConsortiumScore[] {
  const evidence = matcher.evidenceFor(matcher.distil(scenario));
  const ranked = capabilities.map((capability) => {
    const digest = matcher.digest(capability);
    return { digest, ...matcher.figure(evidence, digest, DAY) };
  });
  ranked.sort((a, b) => b.score - a.score);
  return findConsortia(evidence, ranked, matcher.knowledge, DAY);
}
const scoreOf = (scenario: ScenarioProfile, capability: CapabilityProfile): number =>
  matcher.figure(matcher.evidenceFor(matcher.distil(scenario)), matcher.digest(capability), DAY).score;

const river = aScenario({
  id: 's1', title: '河道无人机巡查与内涝积水预报', need: '无人机自动巡河，识别漂浮物；水文模型推算积水深度，暴雨前预警。',
});
const drone = aCapability({ id: 'c1', firmId: 'f1', firmName: '翼衡', name: '无人机巡河系统', summary: '河道巡查，识别漂浮物' });
const flood = aCapability({ id: 'c2', firmId: 'f2', firmName: '澄汛', name: '内涝积水预报', summary: '水文模型推算积水深度' });

describe('a consortium', () => {
  it('joins two firms that each cover a part, and says who covers what', () => {
    const [found, ...more] = find(river, [drone, flood]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ scenarioId: 's1', band: 'RECOMMENDED', exclusions: [] });
    expect([...(found?.firmIds ?? [])].sort()).toEqual(['f1', 'f2']);
    expect(found?.reasons[0]).toMatchObject({ kind: 'CONSORTIUM', contribution: 0 });
    expect(found?.reasons[0]?.sentence).toMatch(/^(翼衡|澄汛)覆盖“.+”，(翼衡|澄汛)覆盖“.+”，合计\d+\/\d+项$/);
    expect(found?.score).toBeGreaterThan(Math.max(scoreOf(river, drone), scoreOf(river, flood)));
  });

  it('puts first who covers more', () => {
    const [found] = find(river, [drone, flood]);
    const share = (id: string | undefined) =>
      (found?.reasons ?? []).reduce((sum, one) => sum + (one.capabilityId === id ? one.contribution : 0), 0);
    const [lead, other] = found?.capabilityIds ?? [];
    expect(share(lead)).toBeGreaterThan(share(other));
    expect(found?.reasons[0]?.sentence.startsWith(lead === 'c1' ? '翼衡' : '澄汛')).toBe(true);
  });

  it('has contributions that sum to its score', () => {
    const [found] = find(river, [drone, flood]);
    const sum = (found?.reasons ?? []).reduce((total, { contribution }) => total + contribution, 0);
    expect(Math.abs(sum - (found?.score ?? 0))).toBeLessThan(1e-9);
    expect(found?.score).toBeLessThanOrEqual(1);
  });

  it('marks words that stand verbatim in the text of the member they name', () => {
    const [found] = find(river, [drone, flood]);
    const marks = (found?.reasons ?? []).flatMap(({ capabilityMarks }) => capabilityMarks);
    expect(new Set(marks.map(({ capabilityId }) => capabilityId))).toEqual(new Set(['c1', 'c2']));
    for (const { capabilityId, field, start, end, text } of marks) {
      const member = capabilityId === 'c1' ? drone : flood;
      expect(member[field as 'name' | 'summary'].slice(start, end)).toBe(text);
    }
  });

  it('is the same whichever member was named first', () => {
    expect(find(river, [flood, drone])).toEqual(find(river, [drone, flood]));
  });
});

describe('no consortium', () => {
  it('is proposed where one firm covers the need', () => {
    const whole = aCapability({ id: 'c3', firmId: 'f3', name: river.title, summary: river.need });
    expect(scoreOf(river, whole)).toBeGreaterThan(0.85);
    expect(find(river, [whole, drone, flood])).toEqual([]);
  });

  it('is made of one firm with itself', () => {
    expect(find(river, [drone, { ...flood, firmId: 'f1' }])).toEqual([]);
  });

  it('is made of two that offer the same', () => {
    expect(find(river, [drone, { ...drone, id: 'c9', firmId: 'f9' }])).toEqual([]);
  });

  it('takes in a firm that a required condition excludes', () => {
    const local = { ...river, localOnly: true };
    expect(find(local, [{ ...drone, isLocal: true }, { ...flood, isLocal: true }])).toHaveLength(1);
    expect(find(local, [{ ...drone, isLocal: true }, { ...flood, isLocal: false }])).toEqual([]);
  });
});

describe('several consortia', () => {
  it('are no more than two, and name no two firms twice', () => {
    const many = ['a', 'b', 'c'].flatMap((key) => [
      { ...drone, id: `drone-${key}`, firmId: `drone-${key}` }, { ...flood, id: `flood-${key}`, firmId: `flood-${key}` },
    ]);
    const found = find(river, [...many, { ...flood, id: 'flood-a2', firmId: 'flood-a' }]);
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ firmIds }) => [...firmIds].sort().join())).size).toBe(2);
  });

  it('are capped at 候选 by what is unknown of either member, with the firm it concerns', () => {
    const [found] = find({ ...river, localOnly: true }, [{ ...drone, isLocal: true }, flood]);
    expect(found).toMatchObject({ band: 'CANDIDATE', toVerify: ['澄汛：是否本地企业'] });
  });
});
