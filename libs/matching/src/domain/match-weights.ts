import type { ConceptSource } from './distilled-scenario';
import type { CapabilityTextField, ScenarioTextField } from './profile';

/** Everything the score is tuned by; a score names the version. Fitted on labelled lists by cross-validation. */
export interface MatchWeights {
  version: string;
  /** How much a word counts by where the scenario says it. */
  source: Record<ScenarioTextField, number>;
  /** How much a word counts by where the capability says it. */
  field: Record<CapabilityTextField, number>;
  /** The share of the scenario's concepts that is covered. */
  coverage: number;
  /** Added for a shared sector or tag, scaled by the text evidence. */
  sector: number;
  tag: number;
  /** Parts of a long word that are met alone. */
  part: number;
  /** A word the thesaurus does not know, against one it knows. */
  plainWord: number;
  /** The power how telling a word is is raised to. */
  tellingPower: number;
  /** Factors on the thesaurus's relations. */
  answers: number;
  broader: number;
  /** A word inside a longer wording of the capability, against a word of its own. */
  inner: number;
  /** Added for each further mention, up to three. */
  repeated: number;
  /** How much a long description dilutes its words, 0..1. */
  dilution: number;
  /** 0: a share of what is wanted counts alike in long and short scenarios; 1: the amount met counts, not the share. */
  amount: number;
  /** Nothing of title or tags met: the raw sum is multiplied by this. */
  withoutCore: number;
  /** Calibration: raw sum → score. */
  steepness: number;
  middle: number;
  recommendedFrom: number;
  candidateFrom: number;
  maxConcepts: number;
}

export const MATCH_WEIGHTS: MatchWeights = {
  version: 'w1',
  source: { title: 1.76, technologyTags: 1.62, need: 1, inScope: 1.4, acceptance: 0.27, background: 0.05 },
  field: { name: 1, technologyTags: 0.79, summary: 0.98, description: 0.43, cases: 0.21 },
  coverage: 1,
  sector: 0.115,
  tag: 0.1,
  part: 0.18,
  plainWord: 0.794,
  tellingPower: 1.624,
  answers: 1.1,
  broader: 0.874,
  inner: 0.528,
  repeated: 0.071,
  dilution: 0.504,
  amount: 0.3,
  withoutCore: 0.901,
  steepness: 8,
  middle: 0.35,
  recommendedFrom: 0.7,
  candidateFrom: 0.45,
  maxConcepts: 22,
};

export function sourceOf(field: ScenarioTextField): ConceptSource {
  if (field === 'title') return 'TITLE';
  if (field === 'technologyTags') return 'TAG';
  return field === 'need' || field === 'inScope' ? 'NEED' : 'BACKGROUND';
}
