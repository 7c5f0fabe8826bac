/** A run of text, marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

interface Span {
  start: number;
  end: number;
}

/** The stretch of `text` of at most `most` units that holds most marks, cut at sentence ends where near, as runs. */
export function excerpt(text: string, marks: readonly Span[], most: number): Piece[] {
  const spans = merge(marks.filter(({ start, end }) => start >= 0 && end <= text.length && start < end));
  const [from, to] = window(text, spans, most);
  const pieces: Piece[] = [];
  const add = (start: number, end: number, marked: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked });
  };
  if (from > 0) pieces.push({ text: '…', marked: false });
  let at = from;
  for (const { start, end } of spans) {
    if (end <= from || start >= to) continue;
    add(at, Math.max(start, from), false);
    add(Math.max(start, from), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  if (to < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}

function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function window(text: string, spans: Span[], most: number): [number, number] {
  if (text.length <= most) return [0, text.length];
  let best = 0;
  let bestHeld = -1;
  for (const { start } of [{ start: 0 }, ...spans]) {
    const from = Math.min(sentenceStart(text, start), text.length - most);
    const held = spans.filter((span) => span.start >= from && span.end <= from + most).length;
    if (held > bestHeld) [best, bestHeld] = [from, held];
  }
  return [wholeCharacter(text, best), wholeCharacter(text, best + most)];
}

const NEAR = 24;
const FEW = 8;

/** The beginning of the sentence a mark stands in, if it is near. */
function sentenceStart(text: string, at: number): number {
  for (let back = at; back > Math.max(0, at - NEAR); back--) {
    if ('。；！？\n，'.includes(text[back - 1])) return back;
  }
  return Math.max(0, at - FEW);
}

/** Never between the halves of one character. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
