import { cellText } from './cell-text';
import type { ListRules } from './column-rule';
import { fillMerged, type Header } from './header-row';
import { whyNoEntry } from './note-row';
import { plain } from './cell-text';
import type { MergedRange, Sheet, SheetRow } from './sheet';

/** The rows one entry stands on: usually one, more where its name is merged over several. */
export interface EntryRows {
  number: number;
  rows: SheetRow[];
}

export interface TableRows {
  entries: EntryRows[];
  leftOut: { row: number; reason: string; text: string }[];
}

/** Cuts the rows under the header into entries; totals, notes and repeated headers are named and left out. */
export function entryRows<Field extends string>(
  sheet: Sheet,
  header: Header<Field>,
  list: ListRules<Field>,
): TableRows {
  const needed = header.columns.find((column) => column.field === list.needed)?.column ?? 1;
  const continued = continuedRows(sheet.merges, needed);
  const filled = fillMerged(sheet);
  const entries: EntryRows[] = [];
  const leftOut: TableRows['leftOut'] = [];
  for (const row of filled.rows.slice(header.dataFrom)) {
    const reason = whyNoEntry(row, header.headings, needed);
    if (reason === '空行') continue;
    if (reason) {
      leftOut.push({ row: row.number, reason, text: textOf(row) });
      continue;
    }
    const last = entries.at(-1);
    if (last && continued.has(row.number)) last.rows.push(row);
    else entries.push({ number: row.number, rows: [row] });
  }
  return { entries, leftOut };
}

/** Rows on which the name goes on from above, because its cell is merged downwards. */
function continuedRows(merges: MergedRange[], needed: number): Set<number> {
  const rows = new Set<number>();
  for (const { top, bottom, left, right } of merges) {
    if (left > needed || right < needed || bottom - top > 200) continue;
    for (let number = top + 1; number <= bottom; number++) rows.add(number);
  }
  return rows;
}

function textOf(row: SheetRow): string {
  const distinct = new Map(row.cells.map((cell) => [plain(cellText(cell)), cellText(cell)]));
  distinct.delete('');
  return [...distinct.values()].join(' ').slice(0, 80);
}
