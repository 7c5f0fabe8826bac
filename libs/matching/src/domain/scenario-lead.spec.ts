import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { createMatcher } from '../create-matcher';
import type { RankedDigest } from './find-consortia';
import type { CapabilityProfile, ScenarioProfile } from './profile';
import { leadOf } from './scenario-lead';

const DAY = '2026-11-22';
const WEIGHTS = { leadFrom: 0.3, leadWithTwoFrom: 0.6 };
const matcher = createMatcher();

const untagged = aScenario({ title: '旧楼改造', need: '车牌识别、电子签章、烟感' });
const evidenceOf = (scenario: ScenarioProfile) => matcher.evidenceFor(matcher.distil(scenario));

function candidate(id: string, summary: string, score: number, change: Partial<RankedDigest> = {}): RankedDigest {
  return { digest: matcher.digest(aCapability({ id, name: '平台', summary })), score, band: 'CANDIDATE', isCapped: false, ...change };
}

const three = '车牌识别、电子签章、烟感';
const two = '车牌识别、电子签章';
const lead = (ranked: RankedDigest[], scenario = untagged) => leadOf(evidenceOf(scenario), ranked, WEIGHTS)?.digest.profile.id;

describe('the lead of a scenario without tags', () => {
  it('is the clear first that meets three needs, from a low score on', () => {
    expect(lead([candidate('a', three, 0.31), candidate('b', three, 0.3)])).toBe('a');
    expect(lead([candidate('a', three, 0.29)])).toBeUndefined();
  });

  it('must come near the threshold where it meets two, and never is one that meets a single need', () => {
    expect(lead([candidate('a', two, 0.61)])).toBe('a');
    expect(lead([candidate('a', two, 0.59)])).toBeUndefined();
    expect(lead([candidate('a', '车牌识别', 0.73)])).toBeUndefined();
  });

  it('is none of two alike', () => {
    expect(lead([candidate('a', three, 0.5), candidate('b', three, 0.5)])).toBeUndefined();
  });

  it('is none where a rule holds the first at 候选, or the first is 推荐 by itself', () => {
    expect(lead([candidate('a', three, 0.5, { isCapped: true }), candidate('b', three, 0.4)])).toBeUndefined();
    expect(lead([candidate('a', three, 0.8, { band: 'RECOMMENDED' }), candidate('b', three, 0.7)])).toBeUndefined();
  });

  it('passes over who is excluded', () => {
    expect(lead([candidate('a', three, 0.6, { band: null }), candidate('b', three, 0.5)])).toBe('b');
  });

  it('is not asked for where the scenario has tags', () => {
    expect(lead([candidate('a', three, 0.7)], { ...untagged, technologyTags: ['车牌识别'] })).toBeUndefined();
  });
});

describe('ranking a scenario’s candidates', () => {
  const scenario = aScenario({ title: '老旧小区改造后的停车秩序与充电安全', need: '需要停车诱导和车牌识别，监测充电桩，处理群众诉求，发布通知，培训物业人员，节约能源。' });
  const offers: CapabilityProfile[] = [
    aCapability({ id: 'a', name: '智慧停车', summary: '停车诱导', description: '车牌识别，充电桩接入。' }),
    aCapability({ id: 'b', name: '温室大棚控制器', summary: '充电桩' }),
  ];
  const evidence = evidenceOf(scenario);
  const ranked = matcher.rank(evidence, offers.map((offer) => matcher.digest(offer)), DAY);

  it('makes the lead 推荐 and no other', () => {
    expect(ranked.map(({ digest, band, isLead }) => [digest.profile.id, band === 'RECOMMENDED', isLead ?? false])).toEqual([['a', true, true], ['b', false, false]]);
    expect(ranked[0]?.score).toBeLessThan(matcher.knowledge.weights.recommendedFrom);
  });

  it('says why first, and leaves score and contributions as they are', () => {
    const digest = matcher.digest(offers[0] as CapabilityProfile);
    const [alone, found] = [matcher.explain(evidence, digest, DAY), matcher.explain(evidence, digest, DAY, true)];
    expect(found).toMatchObject({ band: 'RECOMMENDED', score: alone.score });
    expect(found.reasons[0]).toMatchObject({ kind: 'LEAD', contribution: 0, sentence: expect.stringMatching(/^本场景最相符的一项，\d+项需求有明确对应，列为推荐$/) });
    expect(found.reasons.slice(1)).toEqual(alone.reasons);
  });
});
