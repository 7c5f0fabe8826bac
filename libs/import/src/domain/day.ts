import { plain } from './cell-text';
import { CHINESE_NUMERAL, readChineseNumber } from './chinese-number';
import type { CellValue } from './sheet';

/** What a cell says about a day. `none` is a statement (长期有效), `empty` is silence. */
export type DayReading =
  | { kind: 'day'; day: string }
  | { kind: 'none' }
  | { kind: 'empty' }
  | { kind: 'wrong'; reason: string; remedy: string };

const REMEDY = '请写成“2026-12-31”或“2026年12月31日”';
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const OPEN_END = /^(?:长期|永久|不限|无期限|常年|持续|待定|另行通知|滚动|无固定)/;

/**
 * Reads 2026-12-31, 2026/12/31, 2026.12.31, 20261231, 2026年12月31日, 2026年12月底, 二〇二六年…,
 * 12月31日 (with `yearHint`), spreadsheet serial numbers and real dates; of a span, its end.
 */
export function readDay(value: CellValue, yearHint?: number): DayReading {
  if (value === null || value === '') return { kind: 'empty' };
  if (value instanceof Date) return ofParts(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  if (typeof value === 'number' && value >= 20_000 && value < 80_000) return ofSerial(value);
  const cell = westernDigits(plain(String(value)));
  if (!cell || /^[-–—/\\无]+$/.test(cell)) return { kind: 'empty' };
  if (OPEN_END.test(cell)) return { kind: 'none' };
  const readings = [...allDays(cell, yearHint)];
  const end = readings.at(-1);
  if (end) return end;
  if (/^\d{5}$/.test(cell)) return ofSerial(Number(cell));
  if (/签订|合同|中标|验收|(?:日|天|月|年)内/.test(cell)) {
    return { kind: 'wrong', reason: '写的是一段时间，不是日期', remedy: REMEDY };
  }
  return { kind: 'wrong', reason: '看不出日期', remedy: REMEDY };
}

function* allDays(cell: string, yearHint?: number): Generator<DayReading> {
  const pattern =
    /(?<y>(?:20|19)\d{2}|(?<!\d)\d{2}(?=年))(?:年|[-/.])(?:(?<m>\d{1,2})(?:月|[-/.](?=\d)|(?!\d))(?:(?<d>\d{1,2})|(?<part>底|末|上旬|中旬|下旬|初))?|(?<span>底|末|上半年|下半年|第?[1-4一二三四]季度))|(?<!\d)(?<c>20\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))(?!\d)|(?<!\d)(?<sm>\d{1,2})月(?:(?<sd>\d{1,2})日?|(?<sp>底|末|上旬|中旬|下旬)|(?<=[至到~–—-]\d{1,2}月))/g;
  let lastYear = yearHint;
  for (const { groups } of cell.matchAll(pattern)) {
    const g = groups as Record<string, string | undefined>;
    if (g.c) {
      yield ofParts(Number(g.c.slice(0, 4)), Number(g.c.slice(4, 6)), Number(g.c.slice(6)));
    } else if (g.y) {
      lastYear = Number(g.y.length === 2 ? `20${g.y}` : g.y);
      yield g.span ? ofSpan(lastYear, g.span) : ofMonth(lastYear, Number(g.m), g.d, g.part);
    } else if (lastYear) {
      yield ofMonth(lastYear, Number(g.sm), g.sd, g.sp);
    } else {
      yield { kind: 'wrong', reason: '没有写年份', remedy: REMEDY };
    }
  }
}

/** 二〇二六年十二月三十一日 → 2026年12月31日 */
function westernDigits(text: string): string {
  const numeral = new RegExp(`${CHINESE_NUMERAL}+(?=[年月日号])`, 'g');
  return text.replace(numeral, (written) => String(readChineseNumber(written) ?? written)).replace(/号/g, '日');
}

function ofMonth(year: number, month: number, day?: string, part?: string): DayReading {
  if (day) return ofParts(year, month, Number(day));
  const early: Record<string, number> = { 初: 1, 上旬: 10, 中旬: 20 };
  return ofParts(year, month, (part && early[part]) || lastDay(year, month));
}

function ofSpan(year: number, span: string): DayReading {
  if (span === '上半年') return ofParts(year, 6, 30);
  const quarter = '一二三四'.indexOf(span.replace('第', '')[0]) + 1 || Number(/\d/.exec(span)?.[0]);
  if (!span.endsWith('季度')) return ofParts(year, 12, 31);
  return ofParts(year, quarter * 3, lastDay(year, quarter * 3));
}

function ofSerial(serial: number): DayReading {
  const date = new Date(EXCEL_EPOCH + Math.floor(serial) * 86_400_000);
  return ofParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function ofParts(year: number, month: number, day: number): DayReading {
  const real = month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
  if (!real) return { kind: 'wrong', reason: '日历上没有这一天', remedy: REMEDY };
  if (year < 1990 || year > 2100) return { kind: 'wrong', reason: '年份不在1990至2100之间', remedy: REMEDY };
  return { kind: 'day', day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}
