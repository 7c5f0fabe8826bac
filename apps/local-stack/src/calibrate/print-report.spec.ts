import type { CalibrationReport, ScoreVersion } from '@mantianxing/matching';
import { printedReport, printedVersions } from './print-report';

const REPORT: CalibrationReport = {
  decisions: { used: 412, approved: 268, rejected: 144, aged: 12 },
  leftOut: { saysNothingOfMatching: 19, madeByUnknownVersion: 4 },
  scenarios: { fitted: 40, heldOut: 17 },
  ...{ fitted: 296, heldOut: 116, seed: 1 },
  before: { logLoss: 0.482, auc: 0.812, recommended: 61, precision: 0.82 },
  after: { logLoss: 0.431, auc: 0.837, recommended: 64, precision: 0.859 },
  changes: [
    { name: 'answers', from: 1.15, to: 1.42 },
    { name: 'recommendedFrom', from: 0.7, to: 0.7 },
  ],
  open: {
    suggestions: 230,
    changes: [
      { from: 'RECOMMENDED', to: 'CANDIDATE', suggestions: 5 },
      { from: 'WEAK', to: null, suggestions: 2 },
    ],
  },
};

describe('the report of a calibration', () => {
  it('reads as sentences and one table, and ends with what a person may do', () => {
    expect(printedReport(3, 'w1', REPORT)).toBe(`评分校准：在现行权重 w1 上按审核决定重拟，草稿编号 3

决定：可用412条（通过268，驳回144，其中超过180天的驳回12条按一半计）。
不计：驳回原因与匹配无关19条，评分版本已无存4条。
拟合用40个场景296条，留出17个场景116条，同一场景不跨两边（种子1）。

留出检验                  现行      草稿
对数损失（低为好）        0.482     0.431
AUC（高为好）             0.812     0.837
推荐条数                  61        64
推荐准确率                82%       86%

权重                      现行      草稿      变化
“可用于解决”的关系        1.150     1.420     +23.5%
推荐的门槛                0.700     0.700     不变

待审核建议230条，启用后约7条换档：推荐→候选 5，弱匹配→不显示 2。
结论：留出检验变好，可以考虑启用。
草稿还没有启用，评分没有变化。启用：npm run calibrate -- --activate 3 --by 统筹账号的登录名`);
  });

  it('advises against a draft the hold-out does not speak for', () => {
    const text = printedReport(3, 'w1', { ...REPORT, after: { ...REPORT.before, logLoss: 0.5, precision: null } });
    expect(text).toContain('结论：留出检验没有变好，不建议启用。');
    expect(text).toMatch(/推荐准确率 +82% +—/);
  });
});

describe('the list of score versions', () => {
  const version = { id: 3, status: 'DRAFT', basedOn: 'w1', report: REPORT, createdAt: new Date('2026-11-22T03:00:00Z'), activatedAt: null, activatedBy: null };
  const asVersion = (changes: object) => ({ ...version, ...changes }) as ScoreVersion;

  it('says who put what into force when, and what holds now', () => {
    const active = asVersion({ status: 'ACTIVE', activatedAt: new Date('2026-11-22T04:00:00Z'), activatedBy: 'account' });
    const text = printedVersions([active, asVersion({ id: 2, status: 'RETIRED' })], () => '罗勇');
    expect(text).toMatch(/3 +使用中 +2026-11-22 11:00 +w1 +变好 +2026-11-22 12:00 罗勇/);
    expect(text).toMatch(/正在使用 c3\.\w+。$/);
  });

  it('says that the built-in weights hold where nothing else does', () => {
    expect(printedVersions([], () => '')).toBe('还没有评分版本，使用内置权重。');
    expect(printedVersions([asVersion({})], () => '')).toMatch(/正在使用内置权重。$/);
  });
});
