import type { ConceptSource } from './distilled-scenario';
import type { CapabilityTextField, ScenarioTextField } from './profile';

/** Everything the score is tuned by; a score names the version. Fitted on labelled lists by cross-validation. */
export interface MatchWeights {
  version: string;
  /** How much a word counts by where the scenario says it. */
  source: Record<ScenarioTextField, number>;
  /** How much a word counts by where the capability says it. */
  field: Record<CapabilityTextField, number>;
  /** Share of the scenario's concepts covered, and share of what the capability is that the scenario asks for. */
  coverage: number;
  focus: number;
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
  source: { title: 1.45, technologyTags: 1.4, need: 1, inScope: 1, acceptance: 0.3, background: 0.1 },
  field: { name: 1, technologyTags: 0.95, summary: 0.95, description: 0.53, cases: 0.4 },
  coverage: 1,
  focus: 0.2,
  sector: 0.085,
  tag: 0.09,
  part: 0.3,
  plainWord: 0.64,
  tellingPower: 1.1,
  answers: 1.05,
  broader: 0.95,
  inner: 0.55,
  repeated: 0.045,
  dilution: 0.55,
  withoutCore: 0.75,
  steepness: 8,
  middle: 0.35,
  recommendedFrom: 0.7,
  candidateFrom: 0.45,
  maxConcepts: 24,
};

export function sourceOf(field: ScenarioTextField): ConceptSource {
  if (field === 'title') return 'TITLE';
  if (field === 'technologyTags') return 'TAG';
  return field === 'need' || field === 'inScope' ? 'NEED' : 'BACKGROUND';
}
