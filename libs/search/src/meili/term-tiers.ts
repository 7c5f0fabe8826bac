import type { TermVector } from '@mantianxing/matching';

const LETTERS = 7;
const TIERS = 8;
const TIER_WIDTH = 256 / TIERS;

/** Heaviest first: an attribute's place is all the weight Meilisearch knows. At most ten attributes are safe. */
export const TIER_ATTRIBUTES = Array.from({ length: TIERS }, (_, tier) => `w${TIERS - tier}`);

/** A term id as a word of seven letters: no engine cuts, folds or guesses at it. */
export function termWord(termId: number): string {
  let word = '';
  for (let rest = termId, i = 0; i < LETTERS; i += 1) {
    word = String.fromCharCode(97 + (rest % 26)) + word;
    rest = Math.floor(rest / 26);
  }
  return word;
}

/** A vector as attributes of a document: each term in the attribute of its weight, 1..255 in eighths. */
export function tiersOf({ terms, weights }: TermVector): Record<string, string> {
  const words = new Map<string, string[]>();
  for (let i = 0; i < terms.length; i += 1) {
    const attribute = TIER_ATTRIBUTES[TIERS - 1 - Math.floor((weights[i] as number) / TIER_WIDTH)] as string;
    const tier = words.get(attribute);
    const word = termWord(terms[i] as number);
    if (tier) tier.push(word);
    else words.set(attribute, [word]);
  }
  return Object.fromEntries([...words].map(([attribute, tier]) => [attribute, tier.join(' ')]));
}

/** The middle of the weights an `attributeRank` score stands for: 1 is the heaviest eighth. */
export function weightOfRank(score: number): number {
  return score * 256 - TIER_WIDTH / 2;
}
