import { normalise, type Segmenter } from '@mantianxing/matching';
import { isHan, runsOf } from './runs';
import type { SynonymGroup } from './synonyms';

/** One word somebody looks for: normalised, as typed first, then its synonyms. */
export interface WantedWord {
  alternatives: string[];
  /** Still being typed: its beginning is enough. */
  isOpen: boolean;
}

const MOST_WORDS = 10;
const LONGEST_QUERY = 200;
const LONGEST_WORDING = 20;
/** Characters that ask for nothing when they stand alone among other words. */
const IDLE = new Set('的了和与及或等在对将为是有个中上下');

/** Reads what was typed into the search box: known wordings first, the dictionary's words between them. */
export class QueryReader {
  private readonly groupOf = new Map<string, SynonymGroup>();

  constructor(
    private readonly segmenter: Segmenter,
    groups: readonly SynonymGroup[],
  ) {
    for (const group of groups) for (const wording of group) if (!this.groupOf.has(wording)) this.groupOf.set(wording, group);
  }

  /** At most ten words; everything that is no letter or digit separates. */
  read(q: string): WantedWord[] {
    const text = normalise(q.slice(0, LONGEST_QUERY)).text;
    const words = [...runsOf(text)].flatMap(({ run }) => (isHan(run) ? this.cut(run) : [run]));
    const telling = words.filter((word) => !IDLE.has(word));
    const kept = [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_WORDS);
    const isTyping = /[\p{L}\p{N}]$/u.test(text);
    return kept.map((word, index) => ({
      alternatives: [...new Set([word, ...(this.groupOf.get(word) ?? [])])],
      isOpen: isTyping && index === kept.length - 1,
    }));
  }

  private cut(run: string): string[] {
    const words: string[] = [];
    let plain = 0;
    for (let start = 0; start < run.length; ) {
      const wording = this.wordingAt(run, start);
      if (wording === undefined) {
        start += 1;
        continue;
      }
      words.push(...this.plainWords(run.slice(plain, start)), wording);
      start += wording.length;
      plain = start;
    }
    return [...words, ...this.plainWords(run.slice(plain))];
  }

  /** The dictionary's words; single characters in a row are one word it does not know (反诈, 信创). */
  private plainWords(run: string): string[] {
    const words: string[] = [];
    let isRow = false;
    for (const word of this.segmenter.cut(run)) {
      const isSingle = word.length === 1 && !IDLE.has(word);
      if (isSingle && isRow) words.push(`${words.pop() ?? ''}${word}`);
      else words.push(word);
      isRow = isSingle;
    }
    return words;
  }

  private wordingAt(run: string, start: number): string | undefined {
    for (let end = Math.min(run.length, start + LONGEST_WORDING); end > start + 1; end -= 1) {
      const word = run.slice(start, end);
      if (this.groupOf.has(word)) return word;
    }
    return undefined;
  }
}
