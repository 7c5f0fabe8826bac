import type { ReasonKind } from '@mantianxing/contracts';

/** A wording of a concept, and how it stands to the concept's name. */
export interface Wording {
  text: string;
  kind: Extract<ReasonKind, 'SAME_WORD' | 'SYNONYM' | 'ABBREVIATION' | 'VARIANT'>;
}

/** A relation to another concept by name, 0..1. */
export interface Relation {
  name: string;
  weight: number;
}

/** One reviewed entry. `broader` says what it is a kind of; `answeredBy` what kinds of product meet such a need. */
export interface ThesaurusConcept {
  name: string;
  wordings: readonly Wording[];
  broader: readonly Relation[];
  answeredBy: readonly Relation[];
}

/** Reviewed knowledge of the field; a score names the version that made it. */
export interface Thesaurus {
  version: string;
  concepts: readonly ThesaurusConcept[];
}

export const BROADER_WEIGHT = 0.7;
export const ANSWERS_WEIGHT = 0.7;
