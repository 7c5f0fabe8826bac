import { CalendarCoverage, LoadCalendarYear } from '@mantianxing/calendar';
import { WorkingDays } from '@mantianxing/platform';
import { openMarket, type OwnMarket } from '../../support/builders/market';

let market: OwnMarket;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market?.close());

const after = async (from: string, days: number) => (await market.get(WorkingDays).after(new Date(from), days)).toISOString();

const YEAR_2027 = [
  '日期,类型,名称',
  ...Array.from({ length: 3 }, (_, day) => `2027-01-0${day + 1},放假,元旦`),
  ...Array.from({ length: 8 }, (_, day) => `2027-02-0${day + 1},放假,春节`),
  '2027-02-20,上班,春节',
].join('\n');

describe('working days in the database', () => {
  it.each([
    ['2026-02-13T02:00:00Z', 1, '2026-02-14T02:00:00.000Z'],
    ['2026-02-14T02:00:00Z', 1, '2026-02-24T02:00:00.000Z'],
    ['2026-02-14T02:00:00Z', 5, '2026-02-28T02:00:00.000Z'],
    ['2025-09-30T02:00:00Z', 2, '2025-10-10T02:00:00.000Z'],
    ['2025-09-30T02:00:00Z', 3, '2025-10-11T02:00:00.000Z'],
  ])('follow the published arrangements: from %s, %i later, it is %s', async (from, days, expected) => {
    expect(await after(from, days)).toBe(expected);
  });

  it('warn in November that nobody has published the next year yet, and not before', async () => {
    market.clock.goTo('2026-10-31T15:59:00Z');
    expect((await market.get(CalendarCoverage).execute()).warning).toBe('');
    market.clock.goTo('2026-11-23T02:00:00Z');
    const { missingYears, warning } = await market.get(CalendarCoverage).execute();
    expect(missingYears).toEqual([2027]);
    expect(warning).toContain('2027年');
  });

  it('count a loaded year from the next moment on, and may be loaded again', async () => {
    expect(await after('2027-02-01T02:00:00Z', 1)).toBe('2027-02-02T02:00:00.000Z');
    for (const _ of [1, 2]) {
      const loaded = await market.get(LoadCalendarYear).execute(YEAR_2027, '国办通知');
      expect(loaded).toEqual({ year: 2027, holidays: 11, makeUpDays: 1 });
    }
    expect(await after('2027-02-01T02:00:00Z', 1)).toBe('2027-02-09T02:00:00.000Z');
    expect((await market.get(CalendarCoverage).execute()).warning).toBe('');
  });

  it('never take a weekday for a make-up day, whoever writes it', async () => {
    const wrong = market.sql(`insert into calendar.day (day, kind, name) values ('2028-01-04', 'MAKEUP_WORKDAY', '元旦')`);
    await expect(wrong).rejects.toThrow('makeup_on_weekend');
  });
});
