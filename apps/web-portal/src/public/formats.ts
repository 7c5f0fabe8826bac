import { dayInShanghai } from '@mantianxing/platform';

/** Day of a moment for tables, `2026-04-24`; empty for nothing. */
export const tableDay = (moment: string | null): string => (moment ? dayInShanghai(new Date(moment)) : '');

/** `2026-04-24` (or a moment) for prose: 2026年4月24日; empty for nothing. */
export function proseDay(day: string | null): string {
  if (!day) return '';
  const [year, month, date] = (day.length > 10 ? tableDay(day) : day).split('-');
  return `${Number(year)}年${Number(month)}月${Number(date)}日`;
}

/** A moment for a sentence: 4月24日10:30, in Asia/Shanghai. */
export function proseMoment(moment: string): string {
  const there = new Date(new Date(moment).getTime() + 8 * 3_600_000);
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日${there.toISOString().slice(11, 16)}`;
}

/** The first sentence of a text for a list, at most `most` characters, cut by … . */
export function firstSentence(text: string, most = 60): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  const sentence = /^.*?[。；]/u.exec(line)?.[0].slice(0, -1) ?? line;
  const characters = [...sentence];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : sentence;
}

export const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
