/** A membership is confirmed for a year at a time. */
const DAYS_CONFIRMED = 365;
/** So many days before, those who can confirm are told. */
export const TOLD_BEFORE_DAYS = 30;

/** `day` (2026-12-31) moved by `days`. */
export function dayAfter(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

export const confirmedUntil = (today: string): string => dayAfter(today, DAYS_CONFIRMED);

export type RecertificationState = 'CONFIRMED' | 'DUE' | 'LAPSED';

/** LAPSED: the day is past and the role closed; DUE: within 30 days of it. */
export function recertificationOf(recertifyOn: string, today: string): RecertificationState {
  if (recertifyOn < today) return 'LAPSED';
  return recertifyOn <= dayAfter(today, TOLD_BEFORE_DAYS) ? 'DUE' : 'CONFIRMED';
}
