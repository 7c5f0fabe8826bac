import type { Mark, ReasonKind } from '@mantianxing/contracts';
import type { Likeness } from './likeness';
import type { ScenarioProfile } from './profile';

/** Where a concept of a scenario was met first. */
export type ConceptSource = 'TITLE' | 'TAG' | 'NEED' | 'BACKGROUND';

/**
 * One way of saying, or of answering, a concept. `text` is what an engine may search for (at most a few words),
 * `term` is the exact term of the vectors, `weight` 0..1 says how far it counts as the concept itself.
 */
export interface ConceptVariant {
  text: string;
  term: string;
  weight: number;
  kind: ReasonKind;
  /** Set where what is offered is wider than what is wanted. */
  isWider?: boolean;
  /** Set where the variant is a part of the scenario's words: just that part. */
  marks?: readonly Mark[];
}

/** One short query: an engine looks for any variant, and `weight` is the concept's share of the whole. */
export interface WeightedConcept {
  surface: string;
  weight: number;
  variants: readonly ConceptVariant[];
}

/** A thing the scenario asks for, with the words that ask for it. */
export interface ScenarioConcept extends WeightedConcept {
  source: ConceptSource;
  marks: readonly Mark[];
}

/** A thing the scenario rules out; it never counts as evidence. */
export interface ExcludedConcept {
  surface: string;
  term: string;
  marks: readonly Mark[];
}

/** A scenario as the matcher sees it. Weights of `concepts` sum to 1; `excluded` holds what the publisher rules out. */
export interface DistilledScenario {
  profile: ScenarioProfile;
  concepts: readonly ScenarioConcept[];
  /** What the concepts weighed together before they were made to sum to 1: how much there is to meet. */
  mass: number;
  excluded: readonly ExcludedConcept[];
  /** Only where an embedder is configured and has seen both texts. */
  likeness?: Likeness;
}
