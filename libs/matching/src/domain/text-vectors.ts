import type { DistilledScenario } from './distilled-scenario';
import type { DigestedCapability } from './digest-capability';
import { type MatchWeights, scenarioScale } from './match-weights';
import { fold } from './structured-fit';
import { termId, type TermVector, toTermVector } from './term-vector';
import type { Vocabulary } from './vocabulary';

/** A concept that is a quarter of a scenario has the greatest weight a vector can hold. */
const SCENARIO_SCALE = 0.25;

/** Shared labels count in the score only beside shared words, so they must not fill the candidates by themselves. */
const LABEL_SHARE = 0.25;

const tagTerm = (key: string) => termId(`@${key}`);
const sectorTerm = (key: string) => termId(`@@${key}`);

/** Every way of saying or answering each concept, so that capabilities need no expansion; and tags and sector. */
export function scenarioVectorOf({ concepts, mass, profile }: DistilledScenario, weights: MatchWeights): TermVector {
  const entries = new Map<number, number>();
  const scale = scenarioScale(mass, profile.technologyTags.length > 0, weights);
  for (const concept of concepts) {
    for (const variant of concept.variants) {
      const term = termId(variant.term);
      entries.set(term, Math.max(entries.get(term) ?? 0, concept.weight * variant.weight * scale.words));
    }
  }
  for (const tag of profile.technologyTags) entries.set(tagTerm(fold(tag)), (weights.tag / 2) * LABEL_SHARE * scale.labels);
  if (profile.sector !== '') entries.set(sectorTerm(fold(profile.sector)), weights.sector * LABEL_SHARE * scale.labels);
  return toTermVector(entries, SCENARIO_SCALE);
}

/** How prominently each term is said; and tags and sectors. */
export function capabilityVectorOf({ terms, strength, tagKeys, sectorKeys }: DigestedCapability, vocabulary: Vocabulary): TermVector {
  const entries = new Map<number, number>();
  for (let i = 0; i < terms.length; i += 1) entries.set(vocabulary.termId(terms[i] as number), strength[i] as number);
  for (const key of tagKeys) entries.set(tagTerm(key), 1);
  for (const key of sectorKeys) entries.set(sectorTerm(key), 1);
  return toTermVector(entries, 1);
}
