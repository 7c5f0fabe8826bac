import { cellText, plain } from './cell-text';
import type { ListRules } from './column-rule';
import { recogniseColumns, scoreHeading, type ColumnMatch, type Heading } from './columns';
import type { MergedRange, Sheet, SheetRow } from './sheet';

/** The header of a table: where it stands and what its columns mean. */
export interface Header<Field extends string> {
  /** Index into `sheet.rows` of the first data row. */
  dataFrom: number;
  columns: ColumnMatch<Field>[];
  headings: Heading[];
  /** The sum of the columns' scores, to compare tables with. */
  score: number;
}

const LOOK_AT_ROWS = 40;
const DEEPEST = 3;
/** No heading is longer; the texts under it are. */
const LONG = 40;

/**
 * Finds the header under title and note rows: the one to three rows whose joined headings are recognised best.
 * Null where no row names the needed column.
 */
export function findHeader<Field extends string>(sheet: Sheet, list: ListRules<Field>): Header<Field> | null {
  let best: Header<Field> | null = null;
  for (let at = 0; at < Math.min(sheet.rows.length, LOOK_AT_ROWS); at++) {
    for (let depth = 1; depth <= DEEPEST && at + depth <= sheet.rows.length; depth++) {
      const candidate = tryHeader(sheet, at, depth, list);
      if (candidate && (!best || candidate.score > best.score + 1)) best = candidate;
    }
  }
  return best;
}

function tryHeader<Field extends string>(
  sheet: Sheet,
  at: number,
  depth: number,
  list: ListRules<Field>,
): Header<Field> | null {
  const rows = sheet.rows.slice(at, at + depth);
  if (rows.some((row, index) => index > 0 && row.number !== rows[0].number + index)) return null;
  const headings = joinHeadings(rows);
  if (!headings.length || headings.filter((h) => h.leaf.length > LONG).length > headings.length / 4) return null;
  const needed = list.rules.find((rule) => rule.field === list.needed);
  if (!needed || !headings.some((heading) => scoreHeading(heading, needed) > 0)) return null;
  const columns = recogniseColumns(headings, list.rules);
  const known = columns.filter((column) => column.field !== null);
  if (!known.some((column) => column.field === list.needed)) return null;
  // A lone sentence that speaks of 场景 is a note, a lone 场景名称 is a header.
  if (known.length < 2 && known[0].score < 90) return null;
  // A data row may hold a word that is also a heading; a header is mostly headings.
  if (headings.length > 2 && known.length < Math.max(2, headings.length / 4)) return null;
  const score = known.reduce((sum, column) => sum + column.score, 0);
  return { dataFrom: at + depth, columns, headings, score };
}

/** Joins stacked header rows: 责任分工 over 牵头单位; a group without merge reaches right over empty cells. */
export function joinHeadings(rows: SheetRow[]): Heading[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const spread = rows.map((row, index) => spreadGroups(row, rows.slice(index + 1), width));
  const headings: Heading[] = [];
  for (let column = 1; column <= width; column++) {
    const words = spread.map((cells) => cells[column - 1]).filter(Boolean);
    const distinct = words.filter((word, index) => plain(word) !== plain(words[index - 1] ?? ''));
    if (distinct.length) headings.push({ column, leaf: distinct[distinct.length - 1], full: distinct.join('·') });
  }
  return headings;
}

/** Text files know no merged cells: an empty cell over a filled one belongs to the group on its left. */
function spreadGroups(row: SheetRow, below: SheetRow[], width: number): string[] {
  const cells: string[] = [];
  for (let column = 0; column < width; column++) {
    const own = cellText(row.cells[column] ?? null).replace(/\s+/g, '');
    const reaches = !own && column > 0 && below.some((under) => cellText(under.cells[column] ?? null));
    cells.push(reaches ? cells[column - 1] : own);
  }
  return cells;
}

/** Writes each merged range's text into all its cells, as the eye reads it. */
export function fillMerged(sheet: Sheet): Sheet {
  if (!sheet.merges.length) return sheet;
  const rows = new Map(sheet.rows.map((row) => [row.number, { number: row.number, cells: [...row.cells] }]));
  for (const range of sheet.merges) fillRange(rows, range);
  return { ...sheet, rows: [...rows.values()].sort((a, b) => a.number - b.number) };
}

const WIDEST = 300;

function fillRange(rows: Map<number, SheetRow>, range: MergedRange): void {
  const value = rows.get(range.top)?.cells[range.left - 1] ?? null;
  if (value === null) return;
  // Rows that hold nothing at all were left out when reading; a merge may span a million of them.
  const tall = range.bottom - range.top > rows.size;
  const within = tall
    ? [...rows.values()].filter((row) => row.number >= range.top && row.number <= range.bottom)
    : numbersOf(range).map((number) => rows.get(number));
  for (const row of within) {
    if (!row) continue;
    while (row.cells.length < Math.min(range.right, WIDEST)) row.cells.push(null);
    for (let column = range.left; column <= Math.min(range.right, WIDEST); column++) row.cells[column - 1] = value;
  }
}

function numbersOf(range: MergedRange): number[] {
  return Array.from({ length: range.bottom - range.top + 1 }, (_, index) => range.top + index);
}
