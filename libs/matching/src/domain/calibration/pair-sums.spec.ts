import { aCapability, aScenario } from '../../../../../test/support/builders/matching-profiles';
import { createMatcher } from '../../create-matcher';
import { calibrate, uncalibrate } from '../match-threshold';
import { MATCH_WEIGHTS, type MatchWeights } from '../match-weights';
import { scoreUnder, sumsOf } from './pair-sums';

const scenario = aScenario({
  title: '老旧小区火灾隐患监测',
  need: '需要识别烟雾明火，接入城市运行中心，并用工业软件管理工单。',
  sector: '应急消防',
  technologyTags: ['视频分析', '物联网'],
});
const capability = aCapability({
  name: '视频烟火识别系统',
  summary: '基于现有摄像头的烟火检测',
  description: '支持城市运行中心对接，含电子设计自动化模块。',
  technologyTags: ['视频分析'],
  sectors: ['应急消防'],
  firstVersion: true,
});

function scored(weights: MatchWeights) {
  const matcher = createMatcher(undefined, undefined, weights);
  return matcher.explain(matcher.evidenceFor(matcher.distil(scenario)), matcher.digest(capability), '2026-11-22');
}

describe('the sums kept of a pair', () => {
  const found = scored(MATCH_WEIGHTS);
  const sums = sumsOf(found.score, found.reasons, MATCH_WEIGHTS);

  it('hold evidence of each kind', () => {
    for (const group of ['words', 'answers', 'broader', 'sector', 'tag', 'conditions'] as const) expect(sums[group]).toBeGreaterThan(0);
  });

  it('make the same score again', () => {
    expect(scoreUnder(sums, MATCH_WEIGHTS)).toBeCloseTo(found.score, 9);
  });

  it.each([{ answers: 0.9 }, { broader: 0.7 }, { sector: 0.05 }, { tag: 0.3 }, { steepness: 6, middle: 0.35 }])(
    'make the score the matcher itself gives under %j',
    (change) => {
      const weights = { ...MATCH_WEIGHTS, ...change };
      expect(scoreUnder(sums, weights)).toBeCloseTo(scored(weights).score, 6);
      expect(scored(weights).score).not.toBeCloseTo(found.score, 3);
    },
  );

  it('of a pair with little text count its labels in the same measure', () => {
    const thin = [
      { kind: 'SAME_WORD' as const, contribution: 0.06 },
      { kind: 'SECTOR' as const, contribution: 0.05 },
    ];
    expect(scoreUnder(sumsOf(0.11, thin, MATCH_WEIGHTS), MATCH_WEIGHTS)).toBeCloseTo(0.11, 9);
  });

  it('hold general use by itself, and make the same score again', () => {
    const wide = aCapability({ name: '物联网平台', technologyTags: ['物联网'], sectors: ['应急消防', '城市治理', '能源', '教育', '金融'] });
    const wordy = { ...scenario, need: scenario.need.repeat(3), title: '烟感联网与用电监测', technologyTags: ['物联网', '视频分析', '智能外呼'] };
    const made = (weights: MatchWeights) => {
      const matcher = createMatcher(undefined, undefined, weights);
      return matcher.explain(matcher.evidenceFor(matcher.distil(wordy)), matcher.digest(wide), '2026-11-22');
    };
    const general = sumsOf(made(MATCH_WEIGHTS).score, made(MATCH_WEIGHTS).reasons, MATCH_WEIGHTS);
    expect(general.general).toBeGreaterThan(0);
    const weights = { ...MATCH_WEIGHTS, sector: 0.1, answers: 0.9 };
    expect(scoreUnder(general, weights)).toBeCloseTo(made(weights).score, 6);
  });

  it('remember what made a pair the scenario’s lead', () => {
    expect(sumsOf(0.5, [{ kind: 'LEAD', contribution: 0 }], MATCH_WEIGHTS).isLead).toBe(true);
  });

  it('remember that something required was unknown', () => {
    expect(sumsOf(0.5, [{ kind: 'TO_VERIFY', contribution: 0 }], MATCH_WEIGHTS).isCapped).toBe(true);
  });
});

describe('a score', () => {
  it.each([0, 0.1, 0.45, 0.7, 0.99])('of %f is taken back to the sum that makes it', (score) => {
    expect(calibrate(uncalibrate(score, MATCH_WEIGHTS), MATCH_WEIGHTS)).toBeCloseTo(score, 12);
  });
});
