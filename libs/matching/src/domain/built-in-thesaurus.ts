import type { Thesaurus, ThesaurusConcept } from './thesaurus';

/** The edition of the data files, read once a process. */
export abstract class BuiltInThesaurus implements Thesaurus {
  abstract readonly version: string;
  abstract readonly concepts: readonly ThesaurusConcept[];
}
