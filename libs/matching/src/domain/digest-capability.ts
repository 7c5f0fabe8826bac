import type { MatchingKnowledge } from './matching-knowledge';
import { capabilityFieldText } from './profile-fields';
import { CAPABILITY_TEXT_FIELDS, type CapabilityProfile, type CapabilityTextField } from './profile';
import { readText } from './read-text';
import type { Vocabulary } from './vocabulary';

/**
 * What a capability says, ready for scoring: `terms` are vocabulary numbers; `strength` 0..1 how prominently each is
 * said; `focus` its share of what the capability is (name, tags, summary), summing to 1.
 */
export interface DigestedCapability {
  profile: CapabilityProfile;
  terms: Uint32Array;
  strength: Float32Array;
  focus: Float32Array;
}

interface Seen {
  strength: number;
  times: number;
  focus: number;
}

const LEADING_UNITS = 60;
const USUAL_UNITS = 160;

/** Reads a capability's texts once; pure, so that a digest may be kept as long as its profile stands. */
export function digestCapability(profile: CapabilityProfile, knowledge: MatchingKnowledge, vocabulary: Vocabulary): DigestedCapability {
  const seen = new Map<number, Seen>();
  for (const field of CAPABILITY_TEXT_FIELDS) readField(profile, field, knowledge, vocabulary, seen);
  const terms = Uint32Array.from(seen.keys());
  const strength = new Float32Array(terms.length);
  const focus = new Float32Array(terms.length);
  let whole = 0;
  for (const { focus: share } of seen.values()) whole += share;
  let at = 0;
  for (const entry of seen.values()) {
    strength[at] = Math.min(1, entry.strength + knowledge.weights.repeated * Math.min(3, entry.times - 1));
    focus[at] = whole > 0 ? entry.focus / whole : 0;
    at += 1;
  }
  return { profile, terms, strength, focus };
}

function readField(
  profile: CapabilityProfile,
  field: CapabilityTextField,
  { lexicon, segmenter, statistics, weights }: MatchingKnowledge,
  vocabulary: Vocabulary,
  seen: Map<number, Seen>,
): void {
  const text = capabilityFieldText(profile, field);
  if (text === '') return;
  const length = field === 'description' ? Math.min(1, 1 / (1 - weights.dilution + (weights.dilution * text.length) / USUAL_UNITS)) : 1;
  const isDefining = field === 'name' || field === 'technologyTags' || field === 'summary';
  for (const token of readText(text, lexicon, segmenter).tokens) {
    const number = vocabulary.number(token.term);
    const strength = weights.field[field] * length * (token.inner ? weights.inner : 1);
    const entry = seen.get(number) ?? { strength: 0, times: 0, focus: 0 };
    if (entry.times === 0) seen.set(number, entry);
    entry.strength = Math.max(entry.strength, strength);
    entry.times += 1;
    if (token.inner) continue;
    const leads = field === 'description' && profile.summary === '' && token.end <= LEADING_UNITS;
    if (!isDefining && !leads) continue;
    const known = token.concept >= 0 ? 1 : weights.plainWord;
    entry.focus = Math.max(entry.focus, weights.field[field] * statistics.telling(token.term) ** weights.tellingPower * known);
  }
}

/** The distinct terms of a capability, for counting a corpus. */
export function distinctTerms(profile: CapabilityProfile, { lexicon, segmenter }: MatchingKnowledge): Set<string> {
  const terms = new Set<string>();
  for (const field of CAPABILITY_TEXT_FIELDS) {
    for (const token of readText(capabilityFieldText(profile, field), lexicon, segmenter).tokens) terms.add(token.term);
  }
  return terms;
}
