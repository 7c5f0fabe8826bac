import { readAmount, unitOfHeading, type AmountReading } from './amount';
import { cellText, isBlankMark, isFormulaError, plain, quote } from './cell-text';
import type { ColumnMatch } from './columns';
import { readDay } from './day';
import type { EntryRows } from './entry-rows';
import type { ImportedQualification } from './imported';
import { readQualifications } from './qualification';
import type { ProblemEffect, RowProblem } from './row-problem';
import { columnLetter, type CellValue, type Sheet } from './sheet';
import { readUscc } from './uscc';
import { readWords, type ListStyle } from './words';

/** Reads one entry's fields out of its cells and notes every cell that a person should look at. */
export class EntryReader<Field extends string> {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly entry: EntryRows,
    private readonly columns: Map<Field, ColumnMatch<Field>[]>,
    private readonly yearHint: number,
  ) {}

  /** The texts of all the field's cells, doubles once, one under the other. */
  text(field: Field): string {
    const texts = this.values(field).map((value) => this.usable(field, cellText(value)));
    return [...new Set(texts.filter(Boolean))].join('\n');
  }

  words(field: Field, style: ListStyle = 'names'): string[] {
    return [...new Set(this.values(field).flatMap((v) => readWords(this.usable(field, cellText(v)), style)))];
  }

  qualifications(field: Field): ImportedQualification[] {
    return readQualifications(this.text(field));
  }

  day(field: Field): string {
    const value = this.values(field)[0] ?? null;
    const reading = readDay(value, this.yearHint);
    if (reading.kind === 'wrong') this.note(field, reading.reason, reading.remedy, 'VALUE_IGNORED');
    return reading.kind === 'day' ? reading.day : '';
  }

  amount(field: Field): { minFen: number | null; maxFen: number | null } {
    const column = this.columns.get(field)?.[0];
    if (!column) return { minFen: null, maxFen: null };
    const reading: AmountReading = readAmount(this.text(field), unitOfHeading(column.heading));
    if (reading.kind === 'wrong') this.note(field, reading.reason, reading.remedy, 'VALUE_IGNORED');
    if (reading.kind !== 'amount') return { minFen: null, maxFen: null };
    if (reading.note) this.note(field, reading.note, '如理解有误，请写成“80万元”后再读一次', 'NOTE');
    return reading;
  }

  uscc(field: Field): string {
    const reading = readUscc(this.text(field));
    if (reading.kind === 'wrong') this.note(field, reading.reason, reading.remedy, 'VALUE_IGNORED');
    return reading.kind === 'code' ? reading.code : '';
  }

  /** A code for the words in the cell; a word nobody knows is noted and left open. */
  code(field: Field, codes: [code: string, pattern: RegExp][], expected: string): string {
    const text = plain(this.text(field));
    if (!text) return '';
    const found = codes.find(([code, pattern]) => pattern.test(text) || plain(code) === text);
    if (!found) this.note(field, '这个写法没有认出来', `请从中选一：${expected}`, 'NOTE');
    return found?.[0] ?? '';
  }

  /** 是, 有, √, 本地 … and their opposites; null where the sheet is silent. */
  yes(field: Field): boolean | null {
    const text = plain(cellText(this.values(field)[0] ?? null));
    if (!text) return null;
    if (/^(?:是|有|√|✓|✔|☑|y|yes|true|1|限|仅限|必须|本地|区内|渝|已|属于)/.test(text)) return true;
    if (/^(?:否|无|不|×|✗|x|n|no|false|0|外地|区外|非|没有|未|-|—|\/)/.test(text)) return false;
    this.note(field, '看不出是或否', '请写“是”或“否”', 'NOTE');
    return null;
  }

  note(field: Field, reason: string, remedy: string, effect: ProblemEffect): void {
    const column = this.columns.get(field)?.[0];
    const row = this.entry.number;
    const cell = column && !this.sheet.keyed ? `${columnLetter(column.column)}${row}` : '';
    if (this.problems.some((known) => known.cell === cell && known.reason === reason)) return;
    const value = quote(cellText(this.values(field)[0] ?? null));
    const place = { sheet: this.sheet.name, row, column: column?.heading ?? '', cell };
    this.problems.push({ ...place, value, reason, remedy, effect });
  }

  private values(field: Field): CellValue[] {
    const columns = this.columns.get(field) ?? [];
    return columns.flatMap((c) => this.entry.rows.map((row) => row.cells[c.column - 1] ?? null)).filter((v) => v !== null);
  }

  private usable(field: Field, text: string): string {
    if (isBlankMark(text)) return '';
    if (!isFormulaError(text)) return text;
    this.note(field, '单元格里的公式出错', '请改为文字或修好公式', 'VALUE_IGNORED');
    return '';
  }
}
