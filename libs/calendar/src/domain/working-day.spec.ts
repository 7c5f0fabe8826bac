import { addWorkingDays, isWorkingDay, missingYears, type Marks } from './working-day';

/** 国庆节 2026 with both make-up days. */
const OCTOBER: Marks = new Map([
  ['2026-09-20', 'MAKEUP_WORKDAY'],
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, 'HOLIDAY'] as const),
  ['2026-10-10', 'MAKEUP_WORKDAY'],
]);
const after = (from: string, days: number) => addWorkingDays(new Date(from), days, OCTOBER).toISOString();

describe('working days', () => {
  it('are Monday to Friday where nothing was published', () => {
    expect(isWorkingDay('2026-11-20', new Map())).toBe(true);
    expect(isWorkingDay('2026-11-21', new Map())).toBe(false);
  });

  it('leave out a holiday and take in its make-up days', () => {
    // Wednesday 30 September, 10:00: 8, 9, 10 (Saturday, worked), 12, 13 October.
    expect(after('2026-09-30T02:00:00Z', 5)).toBe('2026-10-13T02:00:00.000Z');
    expect(after('2026-09-18T02:00:00Z', 1)).toBe('2026-09-20T02:00:00.000Z');
  });

  it('begin anew at midnight in Chongqing, not in London', () => {
    // 23:30 on Friday there; the same moment is still Friday afternoon in UTC.
    expect(after('2026-11-20T15:30:00Z', 1)).toBe('2026-11-23T15:30:00.000Z');
    // 00:30 on Saturday there.
    expect(after('2026-11-20T16:30:00Z', 1)).toBe('2026-11-22T16:30:00.000Z');
  });

  it('of none at all are now', () => expect(after('2026-10-03T02:00:00Z', 0)).toBe('2026-10-03T02:00:00.000Z'));
});

describe('the years that have to be known', () => {
  it('are this one, and from November on the next', () => {
    expect(missingYears('2026-10-31', new Set([2025, 2026]))).toEqual([]);
    expect(missingYears('2026-11-01', new Set([2025, 2026]))).toEqual([2027]);
    expect(missingYears('2027-03-01', new Set([2026]))).toEqual([2027]);
  });
});
