import type { Row, stream, Worksheet } from 'exceljs';
import { ASIDE, COLOUR, HEADER, HEADER_RULES, look, MIDDLE, MIDDLE_CENTRE, page, tint, TITLE } from './look';
import { putText } from './cell-words';

export interface ColumnPlan {
  heading: string;
  /** In characters of the office program's standard letter; a Chinese character takes two. */
  width: number;
  centred?: boolean;
}

export type Book = stream.xlsx.WorkbookWriter;
export const HEADER_ROW = 3;
export const HEADER_LOOK = look(HEADER, MIDDLE, HEADER_RULES, tint(COLOUR.riverTint));
const HEADER_CENTRED = look(HEADER, MIDDLE_CENTRE, HEADER_RULES, tint(COLOUR.riverTint));
const FOOT = '&L&9信息供对接参考，不作为政府采购资格条件。&R&9第 &P 页，共 &N 页';

/** A sheet with a title, a line under it, a frozen header with filters, and print set-up. */
export function tableSheet(book: Book, name: string, title: string, under: string, columns: ColumnPlan[]): Worksheet {
  const sheet = openSheet(book, name, columns.map((column) => column.width), HEADER_ROW, HEADER_ROW);
  sheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: HEADER_ROW, column: columns.length } };
  heading(sheet, title, under, columns.length);
  const row = sheet.getRow(HEADER_ROW);
  row.height = 24;
  columns.forEach((column, index) => {
    putText(row.getCell(index + 1), column.heading, column.centred ? HEADER_CENTRED : HEADER_LOOK);
  });
  row.commit();
  return sheet;
}

/** `repeatedRow` is printed at the head of every page; 0 for none. */
export function openSheet(book: Book, name: string, widths: number[], frozenRows: number, repeatedRow = 0): Worksheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: frozenRows, showGridLines: false, zoomScale: 100 }],
    pageSetup: page(repeatedRow),
    headerFooter: { oddFooter: FOOT },
    properties: { defaultRowHeight: 18, tabColor: { argb: COLOUR.river } },
  });
  sheet.columns = widths.map((width) => ({ width }));
  return sheet;
}

/** Title and the line under it, across the sheet. */
export function heading(sheet: Worksheet, title: string, under: string, width: number): void {
  const first = sheet.getRow(1);
  first.height = 30;
  sheet.mergeCells(1, 1, 1, width);
  putText(first.getCell(1), title, look(TITLE, { vertical: 'middle' }));
  first.commit();
  const second = sheet.getRow(2);
  second.height = 20;
  sheet.mergeCells(2, 1, 2, width);
  putText(second.getCell(1), under, look(ASIDE, { vertical: 'middle' }));
  second.commit();
}

/** What indent and cell borders take of a column's width. */
const GUTTER = 2.5;

/** Height in points for texts wrapped in cells of the given widths: merged cells do not stretch by themselves. */
export function heightFor(texts: { text: string; width: number }[], lineHeight = 15): number {
  const rows = texts.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(lettersIn(line) / Math.max(1, width - GUTTER))), 0),
  );
  return Math.min(400, Math.max(1, ...rows) * lineHeight + 5);
}

function lettersIn(line: string): number {
  let letters = 0;
  for (const character of line) letters += character > '\u02ff' ? 1.95 : 1.05;
  return letters;
}

/** Commits the row and hands control back now and then, so that a stream of rows does not pile up in memory. */
export async function commit(row: Row, count: number): Promise<void> {
  row.commit();
  if (count % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
}
