import { aCapability, aScenario } from '../../../../test/support/builders/matching-profiles';
import { capabilityEmbeddingText, scenarioEmbeddingText } from './embedding-text';

describe('what is sent of a scenario', () => {
  it('is what is wanted, and nothing of background, acceptance or what is ruled out', () => {
    const text = scenarioEmbeddingText(aScenario({
      title: '智慧停车', technologyTags: ['车牌识别'], need: '停车诱导。不含道闸改造，需对接城市大脑', inScope: '三个停车场',
      outOfScope: '充电桩', background: '去年投诉多', acceptance: '识别率99%',
    }));
    expect(text).toContain('智慧停车\n车牌识别\n停车诱导');
    expect(text).toContain('需对接城市大脑\n三个停车场');
    for (const hidden of ['道闸', '充电桩', '投诉', '识别率']) expect(text).not.toContain(hidden);
  });

  it('never holds a way to reach a person, wherever it was written', () => {
    const ways = ['13812345678', '138 1234 5678', '+86-13812345678', '023-67891234', 'li.si@example.gov.cn', '50010319900101123X'];
    const said = ways.join('或');
    const texts = [
      scenarioEmbeddingText(aScenario({ title: `停车${said}`, technologyTags: [said], need: `停车诱导${said}\n联系人：李四，电话见附件`, inScope: said })),
      capabilityEmbeddingText(aCapability({ name: said, summary: `停车诱导${said}`, description: said, technologyTags: [said] })),
    ];
    for (const text of texts) {
      expect(text).toContain('停车诱导');
      expect(text).not.toMatch(/\d{4}|@|李四/);
    }
  });

  it('stays within what a model takes, and does not end in half a character', () => {
    const text = scenarioEmbeddingText(aScenario({ title: '停', need: '😀'.repeat(4000) }));
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(text).toMatch(/^停\n(?:😀)+$/u);
  });
});

describe('what is sent of a capability', () => {
  it('is what is offered, not the firm, its references or what it does not do', () => {
    const text = capabilityEmbeddingText(aCapability({
      firmName: '山城安联', name: '停车平台', summary: '诱导与计费', description: '支持无感支付；不支持新能源充电。', cases: ['某区停车'], technologyTags: ['物联网'],
    }));
    expect(text).toBe('停车平台\n诱导与计费\n物联网\n支持无感支付；。');
  });
});
