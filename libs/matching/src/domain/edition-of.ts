import { parseThesaurus } from './parse-thesaurus';
import type { Thesaurus, ThesaurusConcept } from './thesaurus';
import type { ShelvedThesaurus } from './thesaurus-shelf';

/**
 * The thesaurus in force: the built-in edition without what rests, with what staff added. Where both have a name,
 * staff's entry counts. Relations to what rests are silent until it is restored. The version names both.
 */
export function editionOf(builtIn: Thesaurus, { version, added, retired }: ShelvedThesaurus): Thesaurus {
  if (version === 0) return builtIn;
  const own = added.flatMap(parseThesaurus);
  const covered = new Set([...retired, ...own.map(({ name }) => name)]);
  const concepts = [...builtIn.concepts.filter(({ name }) => !covered.has(name)), ...own];
  return { version: `${builtIn.version}-t${version}`, concepts: withoutLooseEnds(concepts) };
}

function withoutLooseEnds(concepts: readonly ThesaurusConcept[]): ThesaurusConcept[] {
  const names = new Set(concepts.map(({ name }) => name));
  const known = (relations: ThesaurusConcept['broader']) => relations.filter(({ name }) => names.has(name));
  return concepts.map((concept) => ({ ...concept, broader: known(concept.broader), answeredBy: known(concept.answeredBy) }));
}
