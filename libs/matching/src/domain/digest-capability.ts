import type { MatchWeights } from './match-weights';
import type { MatchingKnowledge } from './matching-knowledge';
import { capabilityFieldText } from './profile-fields';
import { CAPABILITY_TEXT_FIELDS, type CapabilityProfile, type CapabilityTextField } from './profile';
import { readOffer } from './read-text';
import { fold } from './structured-fit';
import type { Vocabulary } from './vocabulary';

/**
 * What a capability says, ready for scoring: `terms` are vocabulary numbers, `strength` 0..1 how prominently each is
 * said. It knows nothing of statistics, so a new epoch leaves digests and capability vectors as they are.
 */
export interface DigestedCapability {
  profile: CapabilityProfile;
  terms: Uint32Array;
  strength: Float32Array;
  /** Sectors and tags folded for comparing. */
  sectorKeys: readonly string[];
  tagKeys: readonly string[];
}

/** Most further mentions that count. */
const MOST_REPEATED = 3;
/** From this length on a description dilutes its words. */
const USUAL_UNITS = 160;

/** Reads a capability's texts once; pure, so that a digest may be kept as long as its profile stands. */
export function digestCapability(profile: CapabilityProfile, knowledge: MatchingKnowledge, vocabulary: Vocabulary): DigestedCapability {
  const places = new Map<number, number>();
  const strength: number[] = [];
  const times: number[] = [];
  for (const field of CAPABILITY_TEXT_FIELDS) {
    const text = capabilityFieldText(profile, field);
    if (text === '') continue;
    const said = prominence(field, text, knowledge.weights);
    for (const { term, inner } of readOffer(text, knowledge.lexicon, knowledge.segmenter).tokens) {
      const number = vocabulary.number(term);
      const here = inner ? said * knowledge.weights.inner : said;
      const place = places.get(number);
      if (place === undefined) {
        places.set(number, strength.push(here) - 1);
        times.push(0);
      } else {
        if (here > (strength[place] as number)) strength[place] = here;
        times[place] = Math.min(MOST_REPEATED, (times[place] as number) + 1);
      }
    }
  }
  return {
    profile,
    terms: Uint32Array.from(places.keys()),
    strength: Float32Array.from(strength, (said, place) => Math.min(1, said + knowledge.weights.repeated * (times[place] as number))),
    sectorKeys: profile.sectors.map(fold),
    tagKeys: profile.technologyTags.map(fold),
  };
}

function prominence(field: CapabilityTextField, text: string, weights: MatchWeights): number {
  if (field !== 'description') return weights.field[field];
  return weights.field.description * Math.min(1, 1 / (1 - weights.dilution + (weights.dilution * text.length) / USUAL_UNITS));
}
