import { ENTRY_LABEL, type JourneyEntry } from './entry';

const WIDEST_SUBJECT = 44;

/** Moment in Asia/Shanghai to the millisecond. */
export const moment = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 23).replace('T', ' ');
export const clock = (at: Date): string => moment(at).slice(11, 19);

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Columns a terminal gives a character: two to Chinese; “ ” and … are narrow in the usual setting. */
const widthOf = (character: string): number => (WIDE.test(character) ? 2 : 1);
export const width = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

/** The text in exactly `columns`, cut with … where it is longer. */
export function fit(text: string, columns: number): string {
  const room = width(text) > columns ? columns - 1 : columns;
  let kept = '';
  for (const character of text) {
    if (width(kept) + widthOf(character) > room) break;
    kept += character;
  }
  if (kept !== text) kept += '…';
  return kept + ' '.repeat(columns - width(kept));
}

/** The end of an event's id: its beginning is the time and alike for all of one minute. */
const tail = (eventId: string | null): string => (eventId ? eventId.slice(-8) : '');

/** A journey as aligned columns: 时间 类别 事件 对象 经过. */
export function printed(heading: string, entries: readonly JourneyEntry[]): string {
  const columns = Math.min(WIDEST_SUBJECT, Math.max(4, ...entries.map(({ subject }) => width(subject))));
  const line = (time: string, kind: string, event: string, subject: string, text: string) =>
    [fit(time, 23), fit(kind, 4), fit(event, 8), fit(subject, columns), text].join('  ').trimEnd();
  return [
    heading,
    '',
    line('时间（北京时间）', '类别', '事件', '对象', '经过'),
    ...entries.map((entry) => line(moment(entry.at), ENTRY_LABEL[entry.kind], tail(entry.eventId), entry.subject, entry.text)),
    '',
    `共${entries.length}条。“事件”一列相同的，由同一件事引起；日志里用它可以查到对应的任务。`,
  ].join('\n');
}
