/** What a cell holds once its file format is forgotten. Dates are days at midnight UTC. */
export type CellValue = string | number | boolean | Date | null;

/** One row with anything in it; `cells[0]` is column A. */
export interface SheetRow {
  /** Row number as the office program shows it, from 1. */
  number: number;
  cells: CellValue[];
}

/** A merged range, both ends included, counted from 1. */
export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One table as read from a file, before anybody knows what its columns mean. Empty rows are left out. */
export interface Sheet {
  name: string;
  rows: SheetRow[];
  merges: MergedRange[];
  /** True where columns have names only (JSON lines), hence no cell addresses. */
  keyed?: boolean;
  /** True where merged cells were lost on the way (separated text): blanks may mean 'as above'. */
  losesMerges?: boolean;
}

/** 1 → A, 27 → AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** AA10 → { column: 27, row: 10 }; 0 where a part is absent. */
export function readAddress(address: string): { column: number; row: number } {
  let column = 0;
  let at = 0;
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return { column, row: Number(address.slice(at)) || 0 };
}
