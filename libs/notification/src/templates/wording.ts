import { withoutContacts } from '../domain/without-contacts';

/** A subject is no longer than this, in characters (PORTAL.md section 4). */
export const LONGEST_SUBJECT = 28;

/** One line of plain text without contact data: what people typed goes into a message only through this. */
export function plain(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Z}\s]+/gu, ' ').replace(/\p{C}/gu, '');
  return withoutContacts(line.trim());
}

/** At most `most` characters, the last of them … where something was cut. */
export function cut(text: string, most: number): string {
  const characters = [...plain(text)];
  return characters.length <= most
    ? characters.join('')
    : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

/** A subject around a scenario's title, which gives way where it is too long. */
export function subjectWith(before: string, title: string, after = ''): string {
  const room = LONGEST_SUBJECT - [...before, ...after].length - 2;
  return `${before}《${cut(title, room)}》${after}`;
}

/** Names in running text: long enough to know a thing by, short enough not to fill the page. */
export const named = (text: string): string => cut(text, 40);

/** `2026-04-24` as it reads in a sentence: 2026年4月24日; empty stays empty. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? `${year}年${month}月${date}日` : '';
}

/** `2026-04-24` as 4月24日, where the year goes without saying and room is short. */
export const monthAndDay = (day: string): string => dayInWords(day).replace(/^\d+年/u, '');

/** The first few of several sentences, without their full stops, and how many there are when more. */
export function listed(sentences: readonly string[], most: number): string {
  const shown = sentences.slice(0, most).map((sentence) => cut(sentence, 80).replace(/[。；;.]+$/u, ''));
  return `${shown.join('；')}${sentences.length > most ? `等${sentences.length}项` : ''}`;
}
