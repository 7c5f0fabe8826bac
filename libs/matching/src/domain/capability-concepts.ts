import type { WeightedConcept } from './distilled-scenario';
import type { MatchingKnowledge } from './matching-knowledge';
import { capabilityFieldText } from './profile-fields';
import { CAPABILITY_TEXT_FIELDS, type CapabilityProfile } from './profile';
import { markOf, readOffer } from './read-text';

/** What a capability offers, as weighted short queries over scenarios (Σ weights = 1), weightiest first. */
export function capabilityConcepts(profile: CapabilityProfile, { lexicon, segmenter, statistics, weights }: MatchingKnowledge): WeightedConcept[] {
  const found = new Map<string, { surface: string; mass: number }>();
  for (const field of CAPABILITY_TEXT_FIELDS) {
    const read = readOffer(capabilityFieldText(profile, field), lexicon, segmenter);
    for (const token of read.tokens) {
      if (token.inner) continue;
      const mass = weights.field[field] * statistics.telling(token.term);
      if (mass > (found.get(token.term)?.mass ?? 0)) found.set(token.term, { surface: markOf(read, token, field).text, mass });
    }
  }
  const kept = [...found].sort(([a, x], [b, y]) => y.mass - x.mass || (a < b ? -1 : 1)).slice(0, weights.maxConcepts);
  const whole = kept.reduce((sum, [, { mass }]) => sum + mass, 0);
  return kept.map(([term, { surface, mass }]) => ({
    surface,
    weight: mass / whole,
    variants: [{ text: surface, term, weight: 1, kind: 'SAME_WORD' }],
  }));
}
