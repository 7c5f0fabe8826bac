import { DomainError } from '@mantianxing/contracts';
import { isWeekend, type DayKind, type MarkedDay } from './working-day';

const HEADER = '日期,类型,名称';
const KINDS: Record<string, DayKind> = { 放假: 'HOLIDAY', 上班: 'MAKEUP_WORKDAY' };
/** A year of days off has some thirty lines; more than this is another file. */
const MOST_LINES = 200;
/** 元旦, 春节, 清明, 劳动节, 端午, 中秋, 国庆 take eleven days by law since 2025, all weekends left out. */
const FEWEST_HOLIDAYS = 11;

/**
 * Reads one year: lines `2027-02-05,放假,春节` under the header `日期,类型,名称`, with 放假 or 上班.
 * Throws CALENDAR_FILE (422) with one problem per wrong line.
 */
export function readCalendarFile(text: string, source: string): { year: number; days: MarkedDay[] } {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u).map((line) => line.trim());
  const [header, ...rows] = lines;
  const problems: { field: string; message: string }[] = [];
  const complain = (line: number, message: string) => problems.push({ field: `第${line}行`, message: `第${line}行：${message}` });
  if (header?.replaceAll('，', ',') !== HEADER) complain(1, `第一行应为“${HEADER}”。`);
  const days: MarkedDay[] = [];
  rows.slice(0, MOST_LINES).forEach((row, index) => {
    if (row === '') return;
    const [day = '', kindWord = '', name = ''] = row.replaceAll('，', ',').split(',').map((part) => part.trim());
    const kind = KINDS[kindWord];
    if (!isDay(day)) return complain(index + 2, '日期请写成2027-02-05。');
    if (!kind) return complain(index + 2, '类型请写“放假”或“上班”。');
    if (name === '' || name.length > 30) return complain(index + 2, '请写节日名称，最多30字。');
    if (kind === 'MAKEUP_WORKDAY' && !isWeekend(day)) return complain(index + 2, `${day}不是周末，不需要调休上班。`);
    if (days.some((one) => one.day === day)) return complain(index + 2, `${day}出现了两次。`);
    days.push({ day, kind, name, source });
  });
  if (rows.length > MOST_LINES) complain(MOST_LINES + 2, `最多${MOST_LINES}行，请确认是一年的安排。`);
  const years = new Set(days.map(({ day }) => day.slice(0, 4)));
  if (problems.length === 0) problems.push(...wholeYear(days, years));
  if (problems.length > 0) throw new DomainError('CALENDAR_FILE', 422, '日历文件有误，没有写入。', problems);
  return { year: Number([...years][0]), days };
}

function wholeYear(days: MarkedDay[], years: ReadonlySet<string>): { field: string; message: string }[] {
  if (years.size !== 1) return [{ field: '年份', message: '一个文件只写一年的安排。' }];
  const off = days.filter(({ kind }) => kind === 'HOLIDAY').length;
  return off < FEWEST_HOLIDAYS ? [{ field: '放假', message: `放假只有${off}天，请确认七个节日都已写全。` }] : [];
}

/** True for days that exist. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
