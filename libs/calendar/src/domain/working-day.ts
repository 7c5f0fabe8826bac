/** HOLIDAY: off although it may be a weekday. MAKEUP_WORKDAY: worked although it is a weekend. */
export const DAY_KINDS = ['HOLIDAY', 'MAKEUP_WORKDAY'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** One day that is not what its weekday says. `day` as `2026-02-14`, in Asia/Shanghai. */
export interface MarkedDay {
  day: string;
  kind: DayKind;
  /** The holiday it belongs to: 春节. */
  name: string;
  /** The notice it was published in. */
  source: string;
}

export type Marks = ReadonlyMap<string, DayKind>;

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;
const dayOf = (moment: number): string => new Date(moment + OFFSET_MS).toISOString().slice(0, 10);

/** True for Saturdays and Sundays. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function isWorkingDay(day: string, marks: Marks): boolean {
  const kind = marks.get(day);
  return kind ? kind === 'MAKEUP_WORKDAY' : !isWeekend(day);
}

/** The same time of day in Asia/Shanghai (which knows no summer time), `days` working days later. */
export function addWorkingDays(from: Date, days: number, marks: Marks): Date {
  let moment = from.getTime();
  for (let left = days; left > 0; ) {
    moment += DAY_MS;
    if (isWorkingDay(dayOf(moment), marks)) left -= 1;
  }
  return new Date(moment);
}

/** No run of days off is longer than about a fortnight: enough to look at for `days` working days. */
export const windowOf = (days: number): number => days * 2 + 30;

/** The notice for a year usually comes in November of the year before. */
const NOTICE_MONTH = 11;

/** Years that are needed by `today` and have no marked day: this one and, from November on, the next. */
export function missingYears(today: string, known: ReadonlySet<number>): number[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return [year, ...(month >= NOTICE_MONTH ? [year + 1] : [])].filter((one) => !known.has(one));
}
