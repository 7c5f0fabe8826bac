import type { Mark } from '@mantianxing/contracts';
import type { Lexicon } from './lexicon';
import { isWithin, notOfferedSpans } from './negation';
import { type NormalisedText, normalise, verbatimSpan } from './normalise';
import type { Segmenter } from './segmenter';
import { LONELY_CHARACTERS, STOP_WORDS } from './stop-words';
import type { Wording } from './thesaurus';

/** A term met in a text. Spans are in the normalised text. `inner` lies inside a longer wording of the thesaurus. */
export interface Token {
  term: string;
  start: number;
  end: number;
  inner: boolean;
  /** Number of the thesaurus concept, or -1 for a plain word. */
  concept: number;
  kind: Wording['kind'];
}

export interface ReadText {
  normalised: NormalisedText;
  tokens: Token[];
}

const LATIN_WORD = /^[a-z][a-z0-9]+$/;

/** Reads verbatim text: thesaurus concepts, the words around and inside them, and pairs of characters no dictionary knows. */
export function readText(verbatim: string, lexicon: Lexicon, segmenter: Segmenter): ReadText {
  const normalised = normalise(verbatim);
  const { text } = normalised;
  const tokens: Token[] = [];
  const hits = lexicon.scan(text);
  for (const { concept, kind, start, end, inner } of hits) {
    tokens.push({ term: lexicon.term(concept), start, end, inner, concept, kind });
  }
  const outer = hits.filter((hit) => !hit.inner);
  let hitAt = 0;
  let start = 0;
  let single = -1;
  for (const word of segmenter.cut(text)) {
    const end = start + word.length;
    while (hitAt < outer.length && (outer[hitAt] as { end: number }).end <= start) hitAt += 1;
    const hit = outer[hitAt];
    const inner = hit !== undefined && hit.start < end;
    const isWhole = hit !== undefined && hit.start === start && hit.end === end;
    if (word.length === 1 && isHan(word.charCodeAt(0)) && !LONELY_CHARACTERS.has(word) && !inner) {
      const pair = single === start - 1 && single >= 0 ? text.slice(single, end) : '';
      if (pair !== '' && !STOP_WORDS.has(pair)) tokens.push(plain(pair, single, end, false));
      single = start;
    } else {
      single = -1;
      if (!isWhole && isTelling(word)) tokens.push(plain(word, start, end, inner));
    }
    start = end;
  }
  return { normalised, tokens };
}

/** Reads what a capability offers: words in which it says what it does not do are no evidence. */
export function readOffer(verbatim: string, lexicon: Lexicon, segmenter: Segmenter): ReadText {
  const read = readText(verbatim, lexicon, segmenter);
  const spans = notOfferedSpans(read.normalised.text);
  if (spans.length === 0) return read;
  return { ...read, tokens: read.tokens.filter(({ start, end }) => !isWithin(spans, start, end)) };
}

function plain(term: string, start: number, end: number, inner: boolean): Token {
  return { term, start, end, inner, concept: -1, kind: 'SAME_WORD' };
}

function isTelling(word: string): boolean {
  if (word.length < 2) return false;
  const unit = word.charCodeAt(0);
  if (isHan(unit)) return !STOP_WORDS.has(word);
  return unit >= 0x61 && unit <= 0x7a && LATIN_WORD.test(word) && !STOP_WORDS.has(word);
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** The verbatim words a token was read from. */
export function markOf(read: ReadText, token: Token, field: string): Mark {
  const { start, end } = verbatimSpan(read.normalised, token.start, token.end);
  return { field, start, end, text: read.normalised.verbatim.slice(start, end) };
}
