/** Cuts normalised Chinese text into words. The pieces, joined, are the text again: positions follow from lengths. */
export abstract class Segmenter {
  abstract cut(text: string): string[];
}
