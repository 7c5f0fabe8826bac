import type { Cell, CellRichTextValue } from 'exceljs';
import type { Piece } from '../excerpt';
import { BODY, type Look, MARKED } from './look';

/** What one cell can hold, less room for an ellipsis. */
const MOST = 32_000;
const STARTS_FORMULA = /^[=+\-@\t\r]/;
/** Longer text shows as ##### in cells of format “text” in older office programs. */
const TEXT_FORMAT_MOST = 255;

/** Writes words as words: never as a formula, also not when the cell is edited again. */
export function putText(cell: Cell, text: string, style: Look): void {
  const inert = STARTS_FORMULA.test(text) && text.length <= TEXT_FORMAT_MOST;
  cell.style = inert ? { ...style, numFmt: '@' } : style;
  cell.value = clip(text);
}

export function putNumber(cell: Cell, number: number, style: Look): void {
  cell.style = style;
  cell.value = number;
}

/** Writes runs of text, the marked ones bold and in the river's colour. */
export function putPieces(cell: Cell, pieces: readonly Piece[], style: Look): void {
  if (!pieces.some((piece) => piece.marked)) return putText(cell, pieces.map((piece) => piece.text).join(''), style);
  const richText = pieces.map(({ text, marked }) => ({ text: clip(text), font: marked ? MARKED : BODY }));
  cell.style = style;
  cell.value = { richText } as CellRichTextValue;
}

/** 双方都提到“停车” → the quoted word is marked, the quotes are not. */
export function markQuoted(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of sentence.matchAll(/“([^”]+)”/g)) {
    const from = match.index + 1;
    pieces.push({ text: sentence.slice(at, from), marked: false }, { text: match[1], marked: true });
    at = from + match[1].length;
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at), marked: false });
  return pieces.filter((piece) => piece.text);
}

/** Several sentences, one a line. */
export function lines(sentences: readonly string[]): Piece[] {
  return sentences.flatMap((sentence, index) => {
    const pieces = markQuoted(sentence);
    return index === 0 ? pieces : [{ text: '\n', marked: false }, ...pieces];
  });
}

function clip(text: string): string {
  const clean = text.replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '');
  if (clean.length <= MOST) return clean;
  return `${Array.from(clean.slice(0, MOST)).slice(0, -1).join('')}…`;
}
