import { normalise } from '@mantianxing/matching';

/** Wordings of one thing, any of which may be typed for any other. */
export type SynonymGroup = readonly string[];

/** What of a thesaurus people's search needs. */
export interface WordingsOfConcepts {
  concepts: readonly { wordings: readonly { text: string }[] }[];
}

/** Groups of at least two different wordings, normalised. */
export function synonymGroups({ concepts }: WordingsOfConcepts): SynonymGroup[] {
  return concepts
    .map(({ wordings }) => [...new Set(wordings.map(({ text }) => normalise(text).text))])
    .filter((group) => group.length > 1);
}
