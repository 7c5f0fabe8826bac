import type { JourneyEntry } from './entry';
import { fit, printed, width } from './print';

const entry = (part: Partial<JourneyEntry>): JourneyEntry => ({
  at: new Date('2026-11-22T18:30:05.120Z'),
  kind: 'EVENT',
  eventId: '01a20106-9566-7bb0-991b-7808016f2a52',
  subject: '《公文校核》',
  subjectId: '1',
  text: '场景发布（罗勇）',
  ...part,
});

describe('the print of a journey', () => {
  it('gives Chinese two columns and cuts without breaking the column', () => {
    expect(width('《MES》“消防”')).toBe(13);
    for (const text of ['老旧小区充电安全监测', 'MES系统', '“消防”', '𠮷野家', '🔥']) expect(width(fit(text, 8))).toBe(8);
    expect(fit('老旧小区充电安全监测', 9)).toBe('老旧小区…');
  });

  it('starts every column at the same place, at the time of Chongqing', () => {
    const lines = printed('场景', [entry({}), entry({ kind: 'HISTORY', eventId: null, subject: '建议 “消防物联平台”', text: '提出 待审核' })]).split('\n');
    const table = lines.filter((line) => /^(时间|\d)/.test(line));
    const starts = ['经过', '场景发布', '提出'].map((word, row) => width((table[row] ?? '').split(word)[0] ?? ''));
    expect(new Set(starts).size).toBe(1);
    expect(table[1]).toMatch(/^2026-11-23 02:30:05\.120 {2}事件 {2}016f2a52 {2}/);
  });
});
