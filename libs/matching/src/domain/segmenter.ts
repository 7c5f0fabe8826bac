/** What a word is apt to be: a thing (nouns, names), an action (verbs), or neither (adverbs, numbers, times, …). */
export type WordKind = 'THING' | 'ACTION' | 'OTHER';

/** Cuts normalised Chinese text into words. The pieces, joined, are the text again: positions follow from lengths. */
export abstract class Segmenter {
  abstract cut(text: string): string[];

  /** The kind of a word by itself; THING where the dictionary does not know it. */
  abstract kindOf(word: string): WordKind;
}
