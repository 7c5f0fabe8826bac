import { boilerplateSpans, negatedSpans, notOfferedSpans } from './negation';

const words = (text: string, spans: { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end));

describe('what a text rules out', () => {
  it.each([
    ['接入烟感，不含充电桩改造，另行建设平台', ['不含充电桩改造']],
    ['本次不安装摄像头。数据接入中台', ['不安装摄像头']],
    ['机房、网络设备除外；其余由乙方负责', ['机房、网络设备除外']],
    ['不涉及硬件采购、不包括话务平台', ['不涉及硬件采购、不包括话务平台', '不包括话务平台']],
  ])('“%s”', (text, ruledOut) => {
    expect(words(text, negatedSpans(text))).toEqual(ruledOut);
  });

  it('does not take a limit for a refusal', () => {
    expect(negatedSpans('响应时间不超过2秒，准确率不低于95%')).toEqual([]);
  });
});

describe('procedure in a need', () => {
  it('is told from the need itself, sentence by sentence', () => {
    const text = '预算80万元。需要识别烟火；联系人张三';
    expect(words(text, boilerplateSpans(text))).toEqual(['预算80万元', '联系人张三']);
  });
});

describe('what a capability says it does not do', () => {
  it('is told from what it needs not', () => {
    const text = '识别证照，不含业务规则校验；无需改造现有系统，暂不支持离线部署。';
    expect(words(text, notOfferedSpans(text))).toEqual(['不含业务规则校验', '暂不支持离线部署']);
  });
});
