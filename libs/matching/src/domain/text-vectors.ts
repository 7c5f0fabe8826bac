import type { DistilledScenario } from './distilled-scenario';
import type { DigestedCapability } from './digest-capability';
import { termId, type TermVector, toTermVector } from './term-vector';
import type { Vocabulary } from './vocabulary';

/** A concept that is a quarter of a scenario has the greatest weight a vector can hold. */
const SCENARIO_SCALE = 0.25;

/** Every way of saying or answering each concept, so that capabilities need no expansion. */
export function scenarioVectorOf(scenario: DistilledScenario): TermVector {
  const weights = new Map<number, number>();
  for (const concept of scenario.concepts) {
    for (const variant of concept.variants) {
      const term = termId(variant.term);
      weights.set(term, Math.max(weights.get(term) ?? 0, concept.weight * variant.weight));
    }
  }
  return toTermVector(weights, SCENARIO_SCALE);
}

/** How prominently each term is said. */
export function capabilityVectorOf(digest: DigestedCapability, vocabulary: Vocabulary): TermVector {
  const weights = new Map<number, number>();
  for (let i = 0; i < digest.terms.length; i += 1) {
    weights.set(vocabulary.termId(digest.terms[i] as number), digest.strength[i] as number);
  }
  return toTermVector(weights, 1);
}
