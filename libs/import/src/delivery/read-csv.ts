import { DomainError } from '@mantianxing/contracts';
import type { Sheet, SheetRow } from '../domain/sheet';
import { refused } from './file-kind';
import { MOST_ROWS, tooManyRows } from './read-workbook';

const SEPARATORS = [',', '\t', ';', '|', '，'];

/** Reads separated text; the separator is the one that cuts the first lines most evenly. */
export async function readCsv(text: string, name: string): Promise<Sheet> {
  const { parse } = await import('csv-parse/sync');
  let records: string[][];
  try {
    const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true };
    records = parse(text, { ...options, delimiter: separatorOf(text) });
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    const where = line ? `第${line}行附近` : '';
    const message = `${where}的引号没有成对，无法分列。请用 Excel 打开后另存为 .xlsx 再试`;
    throw error instanceof DomainError ? error : refused('IMPORT_BROKEN', message, 422);
  }
  if (records.length > MOST_ROWS) throw tooManyRows(name);
  const rows: SheetRow[] = records.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell) => (cell === '' ? null : cell)),
  }));
  return { name, rows: rows.filter((row) => row.cells.some((cell) => cell !== null)), merges: [], losesMerges: true };
}

export function separatorOf(text: string): string {
  const lines = withoutQuoted(text.slice(0, 20_000)).split(/\r?\n/).filter(Boolean).slice(0, 20);
  const counts = SEPARATORS.map((separator) => {
    const perLine = lines.map((line) => line.split(separator).length - 1).sort((a, b) => a - b);
    return { separator, typical: perLine[Math.floor(perLine.length / 2)] ?? 0 };
  });
  counts.sort((a, b) => b.typical - a.typical);
  return counts[0].typical > 0 ? counts[0].separator : ',';
}

function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, '');
}
