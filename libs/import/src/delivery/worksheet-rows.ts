import type { Readable } from 'node:stream';
import { readAddress, type CellValue, type MergedRange, type SheetRow } from '../domain/sheet';
import type { WorkbookParts } from './workbook-parts';
import { readXml } from './xml-events';

const WIDEST = 300;
const MOST_MERGES = 50_000;
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/** Streams one worksheet's rows and merged ranges; stops after `mostRows` rows with anything in them. */
export async function readWorksheet(
  stream: Readable,
  parts: WorkbookParts,
  mostRows: number,
): Promise<{ rows: SheetRow[]; merges: MergedRange[] }> {
  const rows: SheetRow[] = [];
  const merges: MergedRange[] = [];
  const cursor = new Cursor(parts);
  await readXml(
    stream,
    {
      open(element, attributes) {
        if (element === 'row') cursor.startRow(attributes.r);
        else if (element === 'c') cursor.startCell(attributes);
        else if (element === 'v' || element === 't') cursor.startText(element);
        else if (element === 'rPh') cursor.phonetic = true;
        else if (element === 'mergeCell' && merges.length < MOST_MERGES) addMerge(merges, attributes.ref);
      },
      text: (piece) => cursor.text(piece),
      close(element) {
        if (element === 'c') cursor.endCell();
        else if (element === 'v' || element === 't') cursor.endText();
        else if (element === 'rPh') cursor.phonetic = false;
        else if (element === 'row' && cursor.row?.cells.length) rows.push(cursor.row);
      },
    },
    () => rows.length <= mostRows,
  );
  return { rows, merges };
}

function addMerge(merges: MergedRange[], ref: string | undefined): void {
  const [from, to] = (ref ?? '').split(':').map(readAddress);
  if (!from?.row || !to?.row) return;
  merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
}

/** Where the reader stands in the sheet; addresses may be left out, then cells simply follow each other. */
class Cursor {
  row: SheetRow | null = null;
  phonetic = false;
  private column = 0;
  private type = '';
  private style = -1;
  private content = '';
  private reading = false;

  constructor(private readonly parts: WorkbookParts) {}

  startRow(number: string | undefined): void {
    this.row = { number: Number(number) || (this.row?.number ?? 0) + 1, cells: [] };
    this.column = 0;
  }

  startCell({ r, t, s }: Record<string, string>): void {
    this.column = (r && readAddress(r).column) || this.column + 1;
    this.type = t ?? 'n';
    this.style = s === undefined ? -1 : Number(s);
    this.content = '';
  }

  /** <v> holds the value; <t> holds a run of inline text, one of several. */
  startText(element: string): void {
    this.reading = !this.phonetic;
    if (element === 'v') this.content = '';
  }

  text(piece: string): void {
    if (this.reading) this.content += piece;
  }

  endText(): void {
    this.reading = false;
  }

  endCell(): void {
    const value = this.content === '' ? null : this.value();
    if (!this.row || value === null || value === '' || this.column > WIDEST) return;
    while (this.row.cells.length < this.column - 1) this.row.cells.push(null);
    this.row.cells[this.column - 1] = value;
  }

  private value(): CellValue {
    const { content } = this;
    if (this.type === 's') return unescape(this.parts.strings[Number(content)] ?? '');
    if (this.type === 'b') return content !== '0' && content !== 'false';
    if (this.type === 'n') return this.number(Number(content));
    // Inline text, formula text, errors (#REF!) and ISO days (strict workbooks) are all words to us.
    return unescape(content);
  }

  private number(value: number): CellValue {
    if (!Number.isFinite(value)) return null;
    const format = this.parts.formats[this.style] ?? '';
    if (format === 'date' && value >= 1) {
      const epoch = this.parts.date1904 ? EPOCH[1904] : EPOCH[1900];
      return new Date(epoch + Math.floor(value) * 86_400_000);
    }
    return format && format !== 'date' ? `${value}${format}` : value;
  }
}

/** Workbooks write control characters as _x000D_. */
function unescape(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
