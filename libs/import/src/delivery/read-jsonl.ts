import type { CellValue, Sheet, SheetRow } from '../domain/sheet';
import type { RowProblem } from '../domain/row-problem';
import { refused } from './file-kind';
import { MOST_ROWS, tooManyRows } from './read-workbook';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Reads one JSON object a line (or one array of them) as a table whose headings are the keys. */
export function readJsonLines(text: string, name: string): { sheet: Sheet; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const objects = /^\s*\[/.test(text) ? fromArray(text) : fromLines(text, name, problems);
  if (!objects.length) throw refused('IMPORT_EMPTY', '文件里没有一条能读的记录，请核对格式：每行一个 JSON 对象', 422);
  if (objects.length > MOST_ROWS) throw tooManyRows(name);
  const keys = [...new Set(objects.flatMap(({ object }) => Object.keys(object)))];
  const rows: SheetRow[] = [{ number: 0, cells: keys }];
  for (const { number, object } of objects) {
    rows.push({ number, cells: keys.map((key) => toCell(object[key] ?? null)) });
  }
  return { sheet: { name, rows, merges: [], keyed: true }, problems };
}

interface Numbered {
  number: number;
  object: Record<string, Json>;
}

function fromArray(text: string): Numbered[] {
  try {
    const list = JSON.parse(text) as Json[];
    return list.filter(isObject).map((object, index) => ({ number: index + 1, object }));
  } catch {
    throw refused('IMPORT_BROKEN', '文件不是完整的 JSON，请重新导出后再试', 422);
  }
}

function fromLines(text: string, name: string, problems: RowProblem[]): Numbered[] {
  const objects: Numbered[] = [];
  text.split('\n').forEach((line, index) => {
    if (!line.trim()) return;
    const object = parseLine(line);
    if (object) objects.push({ number: index + 1, object });
    else problems.push(brokenLine(name, index + 1, line));
  });
  return objects;
}

function parseLine(line: string): Record<string, Json> | null {
  try {
    const value = JSON.parse(line) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function brokenLine(sheet: string, row: number, line: string): RowProblem {
  const value = line.trim().slice(0, 40);
  const [reason, remedy] = ['这一行不是完整的 JSON 对象', '请核对引号、逗号和括号，每行写一个对象'];
  return { sheet, row, column: '', cell: '', value, reason, remedy, effect: 'ROW_SKIPPED' };
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toCell(value: Json): CellValue {
  if (Array.isArray(value)) return value.map(toWords).filter(Boolean).join('\n') || null;
  return typeof value === 'object' && value !== null ? toWords(value) : value;
}

/** {code: CMMI, level: 3, expires: 2028-03-31} reads like the cell of a sheet: CMMI3级（至2028-03-31）. */
function toWords(value: Json): string {
  if (!isObject(value)) return String(value ?? '');
  const [code, level] = [value.code ?? value.label ?? value.name, value.level].map((part) => String(part ?? ''));
  const until = String(value.expires ?? value.validUntil ?? '');
  const graded = level && !/级$/.test(level) ? `${level}级` : level;
  return `${code}${graded}${until ? `（至${until}）` : ''}`;
}
