import { normalise } from '@mantianxing/matching';
import type { PeopleField } from '../people/people-entry';
import type { WantedWord } from '../people/query-words';
import { isHan, runsOf } from '../people/runs';

/** PostgreSQL keeps no word positions beyond 16,383; what stands later is not found. */
const LAST_POSITION = 16_000;
/** PostgreSQL keeps at most 255 positions of one word. */
const MOST_POSITIONS = 250;
const LONGEST_LEXEME = 60;
const FIELD_GAP = 5;

interface Piece {
  lexeme: string;
  position: number;
}

/**
 * Text as lexemes: every two neighbouring Chinese characters, the last of a run alone, and every other run of
 * letters and digits whole. A Chinese word is then a phrase of pairs: no dictionary can hide it.
 */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const { run, isApart } of runsOf(normalise(text).text)) {
    if (isApart && pieces.length > 0) position += 1;
    if (!isHan(run)) pieces.push({ lexeme: run.slice(0, LONGEST_LEXEME), position: position++ });
    else for (let i = 0; i < run.length; i += 1) pieces.push({ lexeme: run.slice(i, i + 2), position: position++ });
  }
  return pieces;
}

/** The `tsvector` of an entry, in its text form. */
export function wordsLiteral(fields: readonly PeopleField[]): string {
  const places = new Map<string, string[]>();
  let from = 1;
  for (const { text, weight } of fields) {
    let last = from;
    for (const { lexeme, position } of piecesOf(text)) {
      last = from + position;
      if (last > LAST_POSITION) break;
      const at = places.get(lexeme) ?? [];
      if (at.length < MOST_POSITIONS) at.push(`${last}${weight}`);
      places.set(lexeme, at);
    }
    from = last + FIELD_GAP;
  }
  return [...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(',')}`).join(' ');
}

/** The `tsquery` in its text form; empty where nothing was asked. `any`: one word is enough. */
export function wordsQuery(wanted: readonly WantedWord[], any: boolean): string {
  const each = wanted.map(({ alternatives, isOpen }) => alternatives.map((word) => `(${phrase(word, isOpen)})`).join(' | '));
  return each.map((one) => `(${one})`).join(any ? ' | ' : ' & ');
}

/** A single character is found by every pair it begins, a word still being typed (`isOpen`) by its beginning. */
function phrase(word: string, isOpen: boolean): string {
  const pieces = piecesOf(word);
  const last = pieces[pieces.length - 1];
  if (pieces.length > 1 && last && isHan(last.lexeme)) pieces.pop();
  return pieces
    .map(({ lexeme, position }, index) => {
      const distance = index === 0 ? '' : ` <${position - (pieces[index - 1] as Piece).position}> `;
      const isPrefix = index === pieces.length - 1 && (isHan(lexeme) ? lexeme.length === 1 : isOpen);
      return `${distance}${quoted(lexeme)}${isPrefix ? ':*' : ''}`;
    })
    .join('');
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
