import type { Mark } from '@mantianxing/contracts';
import { normalise, verbatimSpan } from '@mantianxing/matching';
import { isHan } from './runs';
import type { WantedWord } from './query-words';

const MOST_MARKS = 20;
interface Span {
  start: number;
  end: number;
}

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
  const taken: Span[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (beginsWord(text, at, word) && !taken.some((other) => at < other.end && end > other.start)) taken.push({ start: at, end });
    }
  }
  return joined(taken)
    .filter(({ start, end }) => end - start > 1 || words.length === 1)
    .map((span) => verbatimSpan(normalised, span.start, span.end))
    .map(({ start, end }) => ({ field, start, end, text: verbatim.slice(start, end) }));
}

/** From left to right, what touches as one (云 + 原生); a character alone among longer words says nothing. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole[whole.length - 1];
    if (last && last.end === start) last.end = end;
    else whole.push({ start, end });
  }
  return whole;
}

/** `mes` is not met inside `times`. */
function beginsWord(text: string, at: number, word: string): boolean {
  if (isHan(word) || at === 0) return true;
  const before = text.charAt(at - 1);
  return isHan(before) || !WORD_UNIT.test(before);
}
