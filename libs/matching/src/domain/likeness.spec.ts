import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { createMatcher } from '../create-matcher';
import { fieldThesaurus } from '../thesaurus';
import { cosineOf, LIKENESS_WEIGHTS, likenessShare, unitVector } from './likeness';
import type { MatchScore } from './match-score';
import type { CapabilityProfile, ScenarioProfile } from './profile';

const DAY = '2026-11-22';
const matcher = createMatcher();

function match(scenario: ScenarioProfile, capability: CapabilityProfile, cosine?: number): MatchScore {
  const cosines = new Map(cosine === undefined ? [] : [[capability.id, cosine]]);
  const distilled = { ...matcher.distil(scenario), ...(cosine === undefined ? {} : { likeness: { space: 'openai:m', cosines } }) };
  const evidence = matcher.evidenceFor(distilled);
  const digest = matcher.digest(capability);
  const explained = matcher.explain(evidence, digest, DAY);
  expect(matcher.figure(evidence, digest, DAY)).toMatchObject({ score: explained.score, band: explained.band });
  return explained;
}

/** The same random numbers at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pairs that share anything from nothing to all, over the wordings of the thesaurus. */
function* randomPairs(count: number): Generator<[ScenarioProfile, CapabilityProfile]> {
  const names = fieldThesaurus().concepts.map(({ name }) => name);
  const random = randomFrom(20261122);
  const some = (from: readonly string[], most: number) => Array.from({ length: 1 + Math.floor(random() * most) }, () => from[Math.floor(random() * from.length)] as string);
  for (let i = 0; i < count; i += 1) {
    const words = some(names, 8);
    const offered = random() < 0.7 ? words : names;
    const sector = random() < 0.5 ? '智慧城市' : '';
    yield [
      aScenario({ id: `s${i}`, title: some(words, 1).join(''), need: some(words, 6).join('，'), technologyTags: random() < 0.5 ? some(words, 2) : [], sector, localOnly: random() < 0.1 }),
      aCapability({ id: `c${i}`, name: some(offered, 1).join(''), summary: some(offered, 5).join('、'), technologyTags: random() < 0.5 ? some(offered, 2) : [], sectors: [sector], isLocal: random() < 0.5 ? true : null }),
    ];
  }
}
const pairs = [...randomPairs(300)];
const sumOf = ({ reasons }: MatchScore) => reasons.reduce((sum, { contribution }) => sum + contribution, 0);

describe('likeness of whole texts', () => {
  it('changes no digit of any score, reason, band or version where it is not known', () => {
    for (const [scenario, capability] of pairs) {
      const plain = match(scenario, capability);
      const other = { ...matcher.distil(scenario), likeness: { space: 'openai:m', cosines: new Map([['another', 0.99]]) } };
      expect(matcher.explain(matcher.evidenceFor(other), matcher.digest(capability), DAY)).toEqual(plain);
      expect(plain.reasons.filter(({ kind }) => kind === 'EMBEDDING')).toEqual([]);
    }
    expect(new Set(pairs.map(([scenario, capability]) => match(scenario, capability).band)).size).toBeGreaterThan(2);
  });

  it('never lowers a score, rises with the cosine, and the contributions still sum to the score', () => {
    for (const [scenario, capability] of pairs) {
      const found = [undefined, -1, 0.2, LIKENESS_WEIGHTS.from, 0.6, 0.8, 1].map((cosine) => match(scenario, capability, cosine));
      found.forEach((one, index) => {
        expect(one.score).toBeGreaterThanOrEqual(found[Math.max(0, index - 1)]?.score ?? 0);
        expect(Math.abs(sumOf(one) - one.score)).toBeLessThan(1e-9);
        expect(one.exclusions).toEqual(found[0]?.exclusions);
      });
      expect(found[3]?.score).toBe(found[0]?.score);
      expect(found[6]?.score).toBeGreaterThan(found[0]?.score ?? 1);
    }
  });

  it('by itself is nothing worth showing', () => {
    const found = match(aScenario({ title: '智慧停车' }), aCapability({ name: '电子签章' }), 1);
    expect(found).toMatchObject({ band: null, covered: 0 });
    expect(found.score).toBeGreaterThan(0);
  });

  it('says so in a sentence that marks nothing and asks to read the texts, and names its model in the version', () => {
    const found = match(aScenario({ title: '智慧停车' }), aCapability({ name: '停车系统' }), 0.8);
    expect(found.reasons).toContainEqual(
      expect.objectContaining({ kind: 'EMBEDDING', sentence: '整体内容相近（系统判断，请结合原文）', scenarioMarks: [], capabilityMarks: [] }),
    );
    expect(found.scoreVersion).toBe(`${matcher.version}/e1:openai:m`);
  });
});

describe('推荐 through likeness', () => {
  it('is given only where a word of title or tags is met; else the pair stays a 候选', () => {
    const seen = { lifted: 0, held: 0 };
    const needOnly = pairs.map(([scenario, capability]): typeof pairs[number] => [{ ...scenario, title: '综合项目', technologyTags: [] }, capability]);
    for (const [scenario, capability] of [...pairs, ...needOnly]) {
      const [plain, alike] = [match(scenario, capability), match(scenario, capability, 1)];
      if (plain.band === 'RECOMMENDED') expect(alike.band).toBe('RECOMMENDED');
      else if (alike.score >= matcher.knowledge.weights.recommendedFrom && plain.exclusions.length === 0 && plain.toVerify.length === 0) {
        const isCoreMet = matcher.evidenceFor(matcher.distil(scenario)).meetsCore(matcher.digest(capability));
        expect(alike.band).toBe(isCoreMet ? 'RECOMMENDED' : 'CANDIDATE');
        seen[isCoreMet ? 'lifted' : 'held'] += 1;
      }
    }
    expect(Math.min(seen.lifted, seen.held)).toBeGreaterThan(0);
  });
});

describe('cosines', () => {
  it('compare only vectors of one length, and figures with a direction', () => {
    const one = unitVector([3, 4]) as Float32Array;
    expect(cosineOf(one, unitVector([4, 3]) as Float32Array)).toBeCloseTo(0.96, 6);
    expect(cosineOf(one, unitVector([1, 2, 3]) as Float32Array)).toBeUndefined();
    expect([unitVector([0, 0]), unitVector([Number.NaN, 1]), unitVector([])]).toEqual([undefined, undefined, undefined]);
    expect([-1, 0.5, 0.75, 1, 2].map(likenessShare)).toEqual([0, 0, 0.5, 1, 1]);
  });
});
