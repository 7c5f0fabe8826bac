import type { ConceptSource } from './distilled-scenario';
import type { CapabilityTextField, ScenarioTextField } from './profile';

/** Everything the score is tuned by; a score names the version. Fitted on labelled lists by cross-validation. */
export interface MatchWeights {
  version: string;
  /** How much a word counts by where the scenario says it. */
  source: Record<ScenarioTextField, number>;
  /** The least share of a scenario's words in title, however long the need. */
  titleShare: number;
  /** How much a word counts by where the capability says it. */
  field: Record<CapabilityTextField, number>;
  /** Added for a shared sector or tag, scaled by the text evidence. */
  sector: number;
  tag: number;
  /** Added for an offer of general use that shares a tag, or in part a sector; the less the more its words say. */
  generalUse: number;
  /** A scenario with tags gives more to share: its sums are divided by 1 plus this, so that all compare. */
  tagRoom: number;
  /** Parts of a long word that are met alone. */
  part: number;
  /** A word the thesaurus does not know, against one it knows. */
  plainWord: number;
  /** Verbs, and adverbs and the like, among those words, against things. */
  action: number;
  other: number;
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
  /** From here the one best answer to a scenario without tags is 推荐, too (`scenario-lead.ts`); with two needs met, from there. */
  leadFrom: number;
  leadWithTwoFrom: number;
  candidateFrom: number;
  maxConcepts: number;
}

export const MATCH_WEIGHTS: MatchWeights = {
  version: 'w3',
  source: { title: 1.95, technologyTags: 1.85, need: 1, inScope: 1.3, acceptance: 0.1, background: 0.08 },
  titleShare: 0.15,
  field: { name: 1, technologyTags: 0.78, summary: 1, description: 0.43, cases: 0.25 },
  sector: 0.165,
  tag: 0.15,
  generalUse: 0.15,
  tagRoom: 0.4,
  part: 0.12,
  plainWord: 0.95,
  action: 0.85,
  other: 0.4,
  tellingPower: 1.9,
  answers: 1.15,
  broader: 1,
  inner: 0.56,
  repeated: 0.08,
  dilution: 0.58,
  amount: 0.42,
  withoutCore: 0.95,
  steepness: 8.5,
  middle: 0.285,
  recommendedFrom: 0.74,
  leadFrom: 0.25,
  leadWithTwoFrom: 0.6,
  candidateFrom: 0.45,
  maxConcepts: 26,
};

/** What the concepts of a scenario of usual length weigh. */
const USUAL_MASS = 8;

/** What makes sums of scenarios comparable that say much or little, with tags or without. */
export function scenarioScale(mass: number, hasTags: boolean, { amount, tagRoom }: MatchWeights): { words: number; labels: number } {
  const labels = hasTags ? 1 / (1 + tagRoom) : 1;
  return { words: labels * (mass / USUAL_MASS) ** amount, labels };
}

export function sourceOf(field: ScenarioTextField): ConceptSource {
  if (field === 'title') return 'TITLE';
  if (field === 'technologyTags') return 'TAG';
  return field === 'need' || field === 'inScope' ? 'NEED' : 'BACKGROUND';
}
