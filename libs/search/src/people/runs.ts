const HAN = '\\u3400-\\u9fff\\uf900-\\ufaff';
const RUN = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, 'gu');
const FIRST_HAN = new RegExp(`^[${HAN}]`);
const SPACE = /^\s*$/;

export interface Run {
  run: string;
  start: number;
  /** Something other than spaces stands between this run and the one before. */
  isApart: boolean;
}

/** Runs of Chinese characters and runs of other letters and digits, from left to right; all else separates. */
export function* runsOf(text: string): Generator<Run> {
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    yield { run: match[0], start: match.index, isApart: !SPACE.test(text.slice(end, match.index)) };
    end = match.index + match[0].length;
  }
}

export function isHan(run: string): boolean {
  return FIRST_HAN.test(run);
}
