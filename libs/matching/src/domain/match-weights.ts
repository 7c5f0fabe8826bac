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
  plainWord: number;
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
  source: { title: 1.6, technologyTags: 1.5, need: 1, inScope: 1, acceptance: 0.3, background: 0.4 },
  field: { name: 1, technologyTags: 0.9, summary: 0.85, description: 0.6, cases: 0.4 },
  coverage: 1,
  focus: 0.8,
  sector: 0.06,
  tag: 0.05,
  part: 0.4,
  plainWord: 0.8,
  withoutCore: 0.6,
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
