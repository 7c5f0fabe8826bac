import { aScenario } from '../../../../test/support/builders/matching-profiles';
import { createMatcher } from '../create-matcher';

const matcher = createMatcher();
const distil = (said: Parameters<typeof aScenario>[0]) => matcher.distil(aScenario(said));
const surfaces = (said: Parameters<typeof aScenario>[0]) => distil(said).concepts.map(({ surface }) => surface);

describe('distilling a scenario', () => {
  it('weighs its concepts so that they sum to one, and keeps a few dozen at most', () => {
    const { concepts } = distil({
      title: '老旧小区电动自行车充电安全监测',
      need: '对飞线充电、违规停放、烟火、温度异常、充电桩故障、消防通道占用进行识别，接入城市运行中心与网格化管理，生成工单，派发物业、社区、派出所，回访居民，统计热点，'.repeat(3),
      technologyTags: ['视频分析', '物联网'],
    });
    expect(concepts.length).toBeLessThanOrEqual(26);
    expect(concepts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it('puts title and tags before background', () => {
    const { concepts } = distil({ title: '智慧停车', background: '养老服务压力大', technologyTags: ['车牌识别'] });
    expect(concepts.map(({ surface, source }) => [surface, source])).toEqual(
      expect.arrayContaining([['智慧停车', 'TITLE'], ['车牌识别', 'TAG'], ['养老服务', 'BACKGROUND']]),
    );
    const weight = (wanted: string) => concepts.find(({ surface }) => surface === wanted)?.weight ?? 0;
    expect(weight('智慧停车')).toBeGreaterThan(weight('养老服务') * 3);
  });

  it('drops sentences of procedure', () => {
    expect(surfaces({ need: '需要停车诱导。联系人：充电桩办公室王工，预算80万元' })).toEqual(['停车诱导']);
  });

  it('keeps what is negated or out of scope out of its concepts, and remembers it', () => {
    const { concepts, excluded } = distil({ need: '建设停车诱导，不含充电桩', outOfScope: '门禁' });
    expect(concepts.map(({ surface }) => surface)).toEqual(['停车诱导']);
    expect(excluded.map(({ surface }) => surface)).toEqual(['充电桩', '门禁']);
  });

  it('gives each concept the other ways of meeting it', () => {
    const [concept] = distil({ title: '火灾隐患' }).concepts;
    expect(concept?.variants).toContainEqual(expect.objectContaining({ text: '烟感', kind: 'ANSWERS' }));
    expect(concept?.variants[0]).toMatchObject({ text: '火灾隐患', weight: 1, kind: 'SAME_WORD' });
  });

  it('has nothing to say of an empty scenario', () => {
    expect(distil({})).toMatchObject({ concepts: [], excluded: [] });
  });
});
