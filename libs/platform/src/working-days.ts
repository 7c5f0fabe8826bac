/** 工作日: port of whoever keeps the calendar of days off and make-up days. */
export abstract class WorkingDays {
  /** The same time of day, `days` working days after `from`, as the calendar stands now. Whole days, 0 or more. */
  abstract after(from: Date, days: number): Promise<Date>;
}
