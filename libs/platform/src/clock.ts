/** The time, as an argument: tests set it, nothing else reads the system's clock in domain code. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** Day in Asia/Shanghai as `2026-12-31`: deadlines and validity are days, not moments. */
export function dayInShanghai(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Moment `days` working days (Monday to Friday) after `from`.
 * Holidays and make-up days come with the calendar lib; until then weekends alone are left out.
 */
export function afterWorkingDays(from: Date, days: number): Date {
  const result = new Date(from);
  for (let left = days; left > 0; ) {
    result.setUTCDate(result.getUTCDate() + 1);
    const weekday = new Date(result.getTime() + 8 * 3_600_000).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return result;
}
