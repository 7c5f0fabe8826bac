import { TRADITIONAL_TO_SIMPLIFIED } from './traditional-characters';

/** Normalised text with the way back: unit `i` of `text` comes from unit `verbatimStart(i)` of what was written. */
export interface NormalisedText {
  text: string;
  verbatim: string;
  /** Null where both have the same units in the same places, which is the rule. */
  starts: Uint32Array | null;
}

const SEVERAL = 0;
let unitTable: Uint16Array | undefined;

/**
 * One normalised unit for each written unit; 0 where NFKC gives none or several. Chinese punctuation stays as it is:
 * nothing is matched across it. Built once, on first use.
 */
function units(): Uint16Array {
  if (unitTable) return unitTable;
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit += 1) table[unit] = unit;
  fillCompatibility(table, 0x00a0, 0x0250);
  fillCompatibility(table, 0x2000, 0x3400);
  fillCompatibility(table, 0xf900, 0xfb00);
  fillCompatibility(table, 0xfe30, 0xfff0);
  for (const mark of '，。；：！？（）') table[mark.charCodeAt(0)] = mark.charCodeAt(0);
  for (let unit = 0x41; unit <= 0x5a; unit += 1) table[unit] = unit + 0x20;
  for (const [traditional, simplified] of TRADITIONAL_TO_SIMPLIFIED) {
    for (let i = 0; i < traditional.length; i += 1) table[traditional.charCodeAt(i)] = simplified.charCodeAt(i);
  }
  unitTable = table;
  return table;
}

function fillCompatibility(table: Uint16Array, from: number, to: number): void {
  for (let unit = from; unit < to; unit += 1) {
    const folded = String.fromCharCode(unit).normalize('NFKC').toLowerCase();
    table[unit] = folded.length === 1 ? folded.charCodeAt(0) : SEVERAL;
  }
}

/**
 * NFKC and lower case, character by character, and Traditional to Simplified. Characters are folded one by one so
 * that every mark found in the normalised text can be shown in the verbatim one.
 */
export function normalise(verbatim: string): NormalisedText {
  const table = units();
  let text = '';
  let kept = 0;
  for (let i = 0; i < verbatim.length; i += 1) {
    const written = verbatim.charCodeAt(i);
    const unit = table[written] as number;
    if (unit === written) continue;
    if (unit === SEVERAL) return normaliseWithMap(verbatim, table);
    text += verbatim.slice(kept, i) + String.fromCharCode(unit);
    kept = i + 1;
  }
  return { text: kept === 0 ? verbatim : text + verbatim.slice(kept), verbatim, starts: null };
}

function normaliseWithMap(verbatim: string, table: Uint16Array): NormalisedText {
  const out: number[] = [];
  const starts: number[] = [];
  for (let i = 0; i < verbatim.length; i += 1) {
    const written = verbatim.charCodeAt(i);
    const unit = table[written] as number;
    const folded = unit === SEVERAL ? String.fromCharCode(written).normalize('NFKC').toLowerCase() : undefined;
    if (folded === undefined) {
      out.push(unit);
      starts.push(i);
    } else {
      for (let j = 0; j < folded.length; j += 1) {
        const part = folded.charCodeAt(j);
        out.push(table[part] || part);
        starts.push(i);
      }
    }
  }
  return { text: textOf(Uint16Array.from(out)), verbatim, starts: Uint32Array.from(starts) };
}

function textOf(unitsOfText: Uint16Array): string {
  let text = '';
  for (let i = 0; i < unitsOfText.length; i += 8192) {
    text += String.fromCharCode(...unitsOfText.subarray(i, i + 8192));
  }
  return text;
}

/** Where the normalised span `start`..`end` stands in the verbatim text, whole surrogate pairs included. */
export function verbatimSpan(normalised: NormalisedText, start: number, end: number): { start: number; end: number } {
  const { starts, verbatim } = normalised;
  let from = starts ? (starts[start] as number) : start;
  let to = starts ? (starts[end - 1] as number) + 1 : end;
  if (isLowSurrogate(verbatim.charCodeAt(from)) && from > 0) from -= 1;
  if (isLowSurrogate(verbatim.charCodeAt(to))) to += 1;
  return { start: from, end: to };
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
