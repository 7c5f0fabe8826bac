import type { MarkedDay, Marks } from './working-day';

export abstract class CalendarRepository {
  /** Marked days from `first` to `last`, both included. */
  abstract between(first: string, last: string): Promise<Marks>;
  /** Years that have at least one marked day. */
  abstract knownYears(): Promise<Set<number>>;
  /** Puts these days in place of whatever stood for that year. Inside a transaction. */
  abstract replaceYear(year: number, days: readonly MarkedDay[]): Promise<void>;
}
