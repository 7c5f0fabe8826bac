import { DomainError } from '@mantianxing/contracts';
import { carryDown } from './carried-down';
import { quote } from './cell-text';
import type { ListRules } from './column-rule';
import type { ColumnMatch } from './columns';
import { EntryReader } from './entry-reader';
import { entryRows } from './entry-rows';
import { fillMerged, findHeader, joinHeadings, type Header } from './header-row';
import type { ReadList, RowOrigin } from './imported';
import type { ColumnReport, RowProblem } from './row-problem';
import { columnLetter, type Sheet } from './sheet';
import { doubles } from './doubled-row';

/** How a kind of list is read: its wording, what would be mistaken for it, and one entry. */
export interface ListReader<Field extends string, Entry extends RowOrigin> {
  list: ListRules<Field>;
  mistakenFor: ListRules<string>;
  read(reader: EntryReader<Field>, origin: RowOrigin): Entry | null;
  /** Two entries with the same key are one entry written twice. */
  key(entry: Entry): string;
}

/**
 * Finds the table among the sheets and reads every row it can.
 * @throws DomainError IMPORT_COLUMNS_MISSING, with what was found and what is wanted.
 */
export function readTable<Field extends string, Entry extends RowOrigin & { ref: string }>(
  sheets: Sheet[],
  reader: ListReader<Field, Entry>,
  thisYear: number,
): ReadList<Entry> {
  const found = sheets
    .map((sheet) => ({ sheet, header: findHeader(fillMerged(top(sheet)), reader.list) }))
    .filter((one): one is { sheet: Sheet; header: Header<Field> } => one.header !== null)
    .sort((a, b) => b.header.score - a.header.score);
  const best = found[0];
  refuseWrongTable(sheets, best?.header ?? null, reader);
  const { sheet, header } = best;
  const byField = new Map<Field, ColumnMatch<Field>[]>();
  for (const column of header.columns) {
    if (column.field) byField.set(column.field, [...(byField.get(column.field) ?? []), column]);
  }
  const { entries, leftOut } = entryRows(sheet, header, reader.list);
  const yearHint = yearIn(sheet, header) ?? thisYear;
  const rows: Entry[] = [];
  const carried = carryDown(sheet, entries, header.columns, reader.list.merged);
  const problems: RowProblem[] = [...found.slice(1).map((other) => otherSheet(other.sheet, sheet)), ...carried];
  for (const entry of entries) {
    const cells = new EntryReader(sheet, entry, byField, yearHint);
    const built = reader.read(cells, { sheet: sheet.name, row: entry.number });
    problems.push(...cells.problems);
    if (built) rows.push(built);
  }
  const unique = doubles(rows, reader.key);
  const columns = reportColumns(sheet, header.columns, reader.list);
  return { sheet: sheet.name, rows: unique.rows, problems: [...problems, ...unique.problems], columns, leftOut };
}

const HEADER_AREA = 60;

function top(sheet: Sheet): Sheet {
  const rows = sheet.rows.slice(0, HEADER_AREA);
  const last = rows.at(-1)?.number ?? 0;
  return { ...sheet, rows, merges: sheet.merges.filter((range) => range.top <= last) };
}

function refuseWrongTable<Field extends string, Entry extends RowOrigin>(
  sheets: Sheet[],
  header: Header<Field> | null,
  reader: ListReader<Field, Entry>,
): void {
  const other = sheets.map((sheet) => findHeader(fillMerged(top(sheet)), reader.mistakenFor));
  const otherScore = Math.max(0, ...other.map((one) => one?.score ?? 0));
  const wanted = reader.list.rules.filter((rule) => rule.field === reader.list.needed)[0];
  if (otherScore > (header?.score ?? 0) + 80) {
    const message = `这像是${reader.mistakenFor.label}，不是${reader.list.label}。请核对两个文件的先后顺序`;
    throw new DomainError('IMPORT_WRONG_LIST', 422, message);
  }
  if (header) return;
  const seen = sheets.flatMap((sheet) => firstWords(sheet)).slice(0, 12);
  const message =
    `没有找到“${wanted.label}”一列，无法读作${reader.list.label}。` +
    `需要的表头如：${wanted.names.slice(0, 4).join('、')}；` +
    (seen.length ? `表里看到的是：${seen.join('、')}` : '表里没有内容');
  throw new DomainError('IMPORT_COLUMNS_MISSING', 422, message);
}

/** The row that looks most like a header to the eye: many short texts. */
function firstWords(sheet: Sheet): string[] {
  const rows = top(sheet).rows.slice(0, 10).map((row) => joinHeadings([row]).map((heading) => quote(heading.full, 12)));
  return rows.reduce((best, row) => (row.length > best.length ? row : best), []);
}

function otherSheet(other: Sheet, taken: Sheet): RowProblem {
  const reason = `这张工作表也像清单，本次只读了“${taken.name}”`;
  const remedy = '如需要，请合并到同一张工作表，或另存为单独的文件';
  return { sheet: other.name, row: 0, column: '', cell: '', value: '', reason, remedy, effect: 'NOTE' };
}

/** 2026年第四批 over the table tells the year of a 12月31日 in it. */
function yearIn<Field extends string>(sheet: Sheet, header: Header<Field>): number | undefined {
  const above = sheet.rows.slice(0, header.dataFrom).flatMap((row) => row.cells);
  const year = /(20\d{2})\s*年/.exec(above.filter((cell) => typeof cell === 'string').join(' '))?.[1];
  return year ? Number(year) : undefined;
}

function reportColumns<Field extends string>(
  sheet: Sheet,
  columns: ColumnMatch<Field>[],
  list: ListRules<Field>,
): ColumnReport[] {
  const label = new Map(list.rules.map((rule) => [rule.field, rule.label]));
  return columns.map(({ column, heading, field, score, note }) => ({
    sheet: sheet.name,
    letter: sheet.keyed ? '' : columnLetter(column),
    heading: heading.replaceAll('·', ' › '),
    field: field ? (label.get(field) ?? '') : '',
    score,
    note,
  }));
}
