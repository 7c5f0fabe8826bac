import type { Problem } from '@mantianxing/contracts';
import { normalise } from './normalise';
import type { ThesaurusConcept } from './thesaurus';

/** Share of a corpus above which a wording tells nothing. */
const TOO_COMMON = 0.1;

/**
 * Faults that keep a thesaurus from being used: one wording under two concepts, wordings of one character,
 * relations to what is not there or to itself, circles of broader terms. Empty when it is sound.
 */
export function checkThesaurus(concepts: readonly ThesaurusConcept[]): Problem[] {
  return [...wordingProblems(concepts), ...relationProblems(concepts), ...circleProblems(concepts)];
}

function wordingProblems(concepts: readonly ThesaurusConcept[]): Problem[] {
  const owner = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { name, wordings } of concepts) {
    for (const { text } of wordings) {
      const key = normalise(text).text;
      const other = owner.get(key);
      if ([...key].length < 2) problems.push({ field: name, message: `“${text}”只有1个字，请换成完整的词` });
      else if (other !== undefined) problems.push({ field: name, message: `“${text}”已在“${other}”中，请只留一处` });
      owner.set(key, name);
    }
  }
  return problems;
}

function relationProblems(concepts: readonly ThesaurusConcept[]): Problem[] {
  const names = new Set(concepts.map(({ name }) => name));
  return concepts.flatMap(({ name, broader, answeredBy }) =>
    [...broader, ...answeredBy].flatMap(({ name: other }) => {
      if (!names.has(other)) return [{ field: name, message: `没有名为“${other}”的概念，请先添加` }];
      return other === name ? [{ field: name, message: `“${name}”不能与自己相关` }] : [];
    }),
  );
}

function circleProblems(concepts: readonly ThesaurusConcept[]): Problem[] {
  const broaderOf = new Map(concepts.map(({ name, broader }) => [name, broader.map((relation) => relation.name)]));
  const done = new Set<string>();
  const problems: Problem[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) {
      problems.push({ field: name, message: `上位概念绕成了圈：${[...path.slice(path.indexOf(name)), name].join('→')}` });
      return;
    }
    if (done.has(name)) return;
    for (const next of broaderOf.get(name) ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const { name } of concepts) visit(name, []);
  return problems;
}

/** Wordings that stand in more than a tenth of the given texts: they deserve a look, and are no fault by themselves. */
export function overlyCommonWordings(concepts: readonly ThesaurusConcept[], texts: readonly string[]): string[] {
  return overlyCommonHits(concepts, texts).map(({ wording }) => wording);
}

/** The same wordings, each with the number of texts it stands in. */
export function overlyCommonHits(concepts: readonly ThesaurusConcept[], texts: readonly string[]): { wording: string; hits: number }[] {
  const folded = texts.map((text) => normalise(text).text);
  return concepts
    .flatMap(({ wordings }) => wordings.map(({ text }) => text))
    .map((wording) => {
      const key = normalise(wording).text;
      return { wording, hits: folded.filter((text) => text.includes(key)).length };
    })
    .filter(({ hits }) => hits > folded.length * TOO_COMMON);
}
