import { readDay } from './day';

describe('reading a day', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/12/3', '2026-12-03'],
    ['2026.12.31', '2026-12-31'],
    ['２０２６年１２月３１日', '2026-12-31'],
    ['2026年12月31日前', '2026-12-31'],
    ['2026-12-31 17:30:00', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['26年12月31日', '2026-12-31'],
    ['二〇二六年十二月三十一日', '2026-12-31'],
    ['2026年12月底', '2026-12-31'],
    ['2027年2月', '2027-02-28'],
    ['2026年12月中旬', '2026-12-20'],
    ['2026年底', '2026-12-31'],
    ['2026年上半年', '2026-06-30'],
    ['2026年第三季度', '2026-09-30'],
    ['2026年3月1日至2026年12月31日', '2026-12-31'],
    ['2026年3月至12月', '2026-12-31'],
  ])('reads %s', (text, day) => {
    expect(readDay(text)).toEqual({ kind: 'day', day });
  });

  it('reads a day without a year by the year of the list', () => {
    expect(readDay('12月31日', 2026)).toEqual({ kind: 'day', day: '2026-12-31' });
    expect(readDay('12月31日')).toMatchObject({ kind: 'wrong', reason: '没有写年份' });
  });

  it('reads real dates in UTC and serial numbers of spreadsheets', () => {
    expect(readDay(new Date(Date.UTC(2026, 11, 31)))).toEqual({ kind: 'day', day: '2026-12-31' });
    expect(readDay(46387)).toEqual({ kind: 'day', day: '2026-12-31' });
    expect(readDay('46387')).toEqual({ kind: 'day', day: '2026-12-31' });
  });

  it('tells an open end from silence', () => {
    expect(readDay('长期有效')).toEqual({ kind: 'none' });
    expect(readDay('—')).toEqual({ kind: 'empty' });
    expect(readDay(null)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['2026-02-30', '日历上没有这一天'],
    ['2026年13月1日', '日历上没有这一天'],
    ['合同签订后90天内', '写的是一段时间，不是日期'],
    ['尽快', '看不出日期'],
  ])('refuses %s: %s', (text, reason) => {
    expect(readDay(text)).toMatchObject({ kind: 'wrong', reason });
  });
});
