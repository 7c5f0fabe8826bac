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

/** The last moment of that day in Asia/Shanghai: who is asked until a day has all of it. */
export const endOfDayInShanghai = (moment: Date): Date => new Date(`${dayInShanghai(moment)}T23:59:59.999+08:00`);
