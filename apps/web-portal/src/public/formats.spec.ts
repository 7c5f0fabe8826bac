import { opening, paragraphs, proseDay, proseMoment, qualificationName, tableDay } from './formats';

describe('days and moments', () => {
  it('are those of Chongqing', () => {
    expect(tableDay('2026-11-22T16:30:00.000Z')).toBe('2026-11-23');
    expect(proseDay('2026-11-22T16:30:00.000Z')).toBe('2026年11月23日');
    expect(proseDay('2026-04-04')).toBe('2026年4月4日');
    expect(proseMoment('2026-11-22T16:30:00.000Z')).toBe('11月23日00:30');
  });

  it('are empty for nothing', () => expect([tableDay(null), proseDay(''), proseDay(null)]).toEqual(['', '', '']));
});

describe('the line of a list', () => {
  it('is the first sentence, without its stop', () => {
    expect(opening('对三百个充电点的烟火、过载和违规停放进行识别并告警。另需统计。')).toBe('对三百个充电点的烟火、过载和违规停放进行识别并告警');
  });

  it('goes on where the first sentence says too little', () => {
    expect(opening('首期服务600户。老人在家跌倒时五分钟内告知子女。')).toBe('首期服务600户。老人在家跌倒时五分钟内告知子女');
  });

  it('is cut without splitting a character', () => {
    expect(opening('𠮷'.repeat(80), 10)).toBe(`${'𠮷'.repeat(10)}…`);
  });

  it('is empty for an empty text', () => expect([opening(''), opening(' \n ')]).toEqual(['', '']));
});

describe('words', () => {
  it('of a qualification carry its level', () => {
    expect(qualificationName({ code: 'CMMI', level: '3' })).toBe('CMMI 3级');
    expect(qualificationName({ code: 'MLPS', level: '三级' })).toBe('等保三级');
    expect(qualificationName({ code: 'HNTE', level: '' })).toBe('高新技术企业');
    expect(qualificationName({ code: 'NEW_ONE' })).toBe('NEW_ONE');
  });

  it('of a text stand in paragraphs', () => expect(paragraphs('一。\r\n\n 二。 \n')).toEqual(['一。', '二。']));
});
