import { clarityOf } from './clarity';
import type { GateInput } from './publish-gate';
import { bodyOf, NO_CONTACT } from './scenario-content';

const blank: GateInput = { ...bodyOf({ title: '充电安全监测' }), contact: NO_CONTACT };
const clear: GateInput = {
  ...blank,
  need: '对300个充电点的烟火进行识别，15秒内告警。',
  inScope: '充电点视频接入、烟火识别、告警推送',
  outOfScope: '充电桩计费与改造',
  acceptance: '识别准确率不低于95%\n告警15秒内送达',
  ownerUnit: '区住房城乡建委',
  contact: { name: '周敏', post: '科长', phone: '13800001234', email: '' },
  fundingSource: 'DISTRICT_BUDGET',
  fundingMinFen: 80_000_000,
  fundingMaxFen: 120_000_000,
  fundingStatus: 'BUDGETED',
  fundingProof: '部门预算第12项',
  resourcesOffered: '现有摄像头点位',
  requiredPlatforms: ['鲲鹏'],
};

describe('清单得分', () => {
  it('shares 100 points out as the office does', () => {
    const { lines } = clarityOf(clear);
    expect(lines.map(({ label, of }) => `${label}${of}`)).toEqual([
      '范围内15',
      '不包括15',
      '验收可检验20',
      '业主与联系人15',
      '资金20',
      '资质与资源5',
      '表述清楚10',
    ]);
  });

  it('gives 100 to a clear entry, with nothing left to hint at', () => {
    const { score, lines } = clarityOf(clear);
    expect(score).toBe(100);
    expect(lines.filter(({ hint }) => hint)).toEqual([]);
  });

  it('gives 0 to an empty one and says what each line would add', () => {
    const { score, lines } = clarityOf(blank);
    expect(score).toBe(0);
    expect(lines.map(({ hint }) => hint)).toEqual([
      '写明范围内的工作，可加9分',
      '写明不包括的内容，没有请写“无”，可加9分',
      '写1条可检验的验收标准，可加8分',
      '选择使用并签约的单位，可加6分',
      '选择资金来源，可加4分',
      '写明可提供的数据、场地或算力，可加3分',
      '在需求里写上数字，如规模、频次、时限，可加5分',
    ]);
  });

  it.each<[string, Partial<GateInput>, number]>([
    ['无 where something is left out', { outOfScope: '无' }, 94],
    ['a criterion without figures', { acceptance: '接口联调全部通过\n系统上线运行' }, 93],
    ['a slogan', { need: '打造全国领先标杆，覆盖300个点位。' }, 95],
    ['funding still applied for', { fundingStatus: 'APPLYING' }, 95],
  ])('takes points for %s', (_what, changes, score) => {
    expect(clarityOf({ ...clear, ...changes }).score).toBe(score);
  });

  it('keeps what it says: following a hint adds just those points', () => {
    const before = clarityOf({ ...clear, fundingProof: '' });
    const hint = before.lines.find(({ label }) => label === '资金')?.hint;
    expect(hint).toBe('注明落实依据，可加5分');
    expect(clarityOf(clear).score - before.score).toBe(5);
  });
});
