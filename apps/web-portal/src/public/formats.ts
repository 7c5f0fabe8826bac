import { QUALIFICATIONS } from '@mantianxing/contracts';
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

/** A text begun with fewer characters than this does not say yet what it is about. */
const SAYS_SOMETHING = 24;

/** The beginning of a text for a list: whole sentences while they are short, at most `most` characters, cut by … . */
export function opening(text: string, most = 60): string {
  const line = paragraphs(text).join('');
  let said = '';
  for (const sentence of line.match(/[^。；]+[。；]?/gu) ?? []) {
    if ([...said].length >= SAYS_SOMETHING) break;
    said += sentence;
  }
  const characters = [...said.replace(/[。；]$/u, '')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

/** The word for a stored code; the code itself where the list has grown without us. */
export const wordFor = (words: Record<string, string>, code: string): string => words[code] ?? code;

/** 等保三级, CMMI 3级, 高新技术企业. */
export function qualificationName({ code, level }: { code: string; level?: string }): string {
  const name = QUALIFICATIONS[code]?.label ?? code;
  return /^\d/.test(level ?? '') ? `${name} ${level}级` : `${name}${level ?? ''}`;
}

export const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
