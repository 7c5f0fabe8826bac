import type { Mark } from '@mantianxing/contracts';
import { normalise, verbatimSpan } from '@mantianxing/matching';
import { isHan } from './runs';
import type { WantedWord } from './query-words';

const MOST_MARKS = 20;
const WORD_UNIT = /[\p{L}\p{N}]/u;

/** Where the wanted words stand in verbatim texts, from left to right and never one inside another. */
export function highlight(texts: Readonly<Record<string, string>>, wanted: readonly WantedWord[]): Mark[] {
  const words = [...new Set(wanted.flatMap(({ alternatives }) => alternatives))].sort((a, b) => b.length - a.length);
  return Object.entries(texts)
    .flatMap(([field, text]) => marksOf(field, text, words))
    .slice(0, MOST_MARKS);
}

function marksOf(field: string, verbatim: string, words: readonly string[]): Mark[] {
  const normalised = normalise(verbatim);
  const { text } = normalised;
  const taken: { start: number; end: number }[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (beginsWord(text, at, word) && !taken.some((other) => at < other.end && end > other.start)) taken.push({ start: at, end });
    }
  }
  return taken
    .sort((a, b) => a.start - b.start)
    .map((span) => verbatimSpan(normalised, span.start, span.end))
    .map(({ start, end }) => ({ field, start, end, text: verbatim.slice(start, end) }));
}

/** `mes` is not met inside `times`. */
function beginsWord(text: string, at: number, word: string): boolean {
  if (isHan(word) || at === 0) return true;
  const before = text.charAt(at - 1);
  return isHan(before) || !WORD_UNIT.test(before);
}
