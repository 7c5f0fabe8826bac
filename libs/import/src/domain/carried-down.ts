import { cellText } from './cell-text';
import type { ColumnMatch } from './columns';
import type { EntryRows } from './entry-rows';
import type { RowProblem } from './row-problem';
import { columnLetter, type Sheet } from './sheet';

/**
 * Text files lose merged cells: a firm named once over its five products leaves four blanks. Fills the first of
 * `fields` from the entry above where it is blank, and with it the blank others; says so once for the whole list.
 */
export function carryDown<Field extends string>(
  sheet: Sheet,
  entries: EntryRows[],
  columns: ColumnMatch<Field>[],
  fields: Field[],
): RowProblem[] {
  const places = fields.flatMap((field) => columns.filter((column) => column.field === field));
  const lead = places[0];
  if (!sheet.losesMerges || !lead) return [];
  const carried: number[] = [];
  let above: EntryRows | undefined;
  for (const entry of entries) {
    const [row] = entry.rows;
    if (above && !isFilled(entry, lead.column) && isFilled(above, lead.column)) {
      carried.push(entry.number);
      for (const { column } of places) {
        if (isFilled(entry, column)) continue;
        while (row.cells.length < column) row.cells.push(null);
        row.cells[column - 1] = above.rows[0].cells[column - 1] ?? null;
      }
    }
    above = entry;
  }
  return carried.length ? [told(sheet, lead, carried)] : [];
}

function isFilled(entry: EntryRows, column: number): boolean {
  return cellText(entry.rows[0].cells[column - 1] ?? null) !== '';
}

function told<Field extends string>(sheet: Sheet, { column, heading }: ColumnMatch<Field>, rows: number[]): RowProblem {
  const reason = `有${rows.length}行空白，按合并单元格取了上一行的内容`;
  const remedy = '如果不是同一家，请补写；直接提供 .xlsx 就不会丢失合并单元格';
  const cell = `${columnLetter(column)}${rows[0]}`;
  return { sheet: sheet.name, row: rows[0], column: heading, cell, value: '', reason, remedy, effect: 'NOTE' };
}
