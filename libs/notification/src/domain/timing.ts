import type { MessageKind, MessageMode } from '@mantianxing/contracts';
import { isFixed, KIND_RULES } from './message-kind';

/** When mails may go out. Minutes are of the day in Asia/Shanghai, which knows no summer time. */
export interface TimingRules {
  /** Null: at any hour. `from` may be later than `to`: the night between them. */
  quiet: { from: number; to: number } | null;
  digestAt: number;
  /** Kinds nobody has set come at once, whatever their default: for trying the product out, and for tests. */
  atOnce: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

const shanghaiDay = (moment: Date): string => new Date(moment.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
const minuteOfDay = (moment: Date): number => Math.floor(((moment.getTime() + SHANGHAI_MS) % DAY_MS) / MINUTE_MS);
const momentOf = (day: string, minute: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS + minute * MINUTE_MS);
const daysOn = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const dayBefore = (day: string): string => daysOn(day, -1);
const dayAfter = (day: string): string => daysOn(day, 1);

/** How a person wants a kind; what cannot be changed ignores a choice that should not be there. */
export const modeFor = (kind: MessageKind, chosen: MessageMode | undefined, rules: TimingRules): MessageMode =>
  isFixed(kind) ? 'AT_ONCE' : (chosen ?? (rules.atOnce ? 'AT_ONCE' : KIND_RULES[kind].mode));

/** The end of the quiet hours `now` falls into; null when it falls into none. Account security knows no quiet. */
export function quietUntil(now: Date, rules: TimingRules, kind?: MessageKind): Date | null {
  if (!rules.quiet || kind === 'SECURITY') return null;
  const { from, to } = rules.quiet;
  const minute = minuteOfDay(now);
  const isNight = from > to ? minute >= from || minute < to : minute >= from && minute < to;
  if (!isNight) return null;
  const day = shanghaiDay(now);
  return momentOf(minute < to ? day : dayAfter(day), to);
}

/** The first working day after a day, as the calendar has it. */
export type WorkingDayAfter = (day: string) => Promise<string>;

/** The next digest after `now`: its day and moment, on a working day. */
export async function nextDigest(now: Date, rules: TimingRules, workingDayAfter: WorkingDayAfter): Promise<{ day: string; at: Date }> {
  const today = shanghaiDay(now);
  const day = await workingDayAfter(now < momentOf(today, rules.digestAt) ? dayBefore(today) : today);
  return { day, at: momentOf(day, rules.digestAt) };
}

/** `20:00-08:00` as it stands in the configuration; empty for none. */
export function quietHours(text: string): TimingRules['quiet'] {
  const [from, to] = text.split('-').map(minutesOf);
  return from === undefined || to === undefined || from === to ? null : { from, to };
}

/** `09:00` as minutes; undefined for an empty word. */
export function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text.trim()) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

export const clockWord = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
