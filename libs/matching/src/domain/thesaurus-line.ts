import type { Problem, ThesaurusEntry } from '@mantianxing/contracts';
import { parseThesaurus } from './parse-thesaurus';
import type { ThesaurusConcept, Wording } from './thesaurus';

/** Signs the line format has taken for itself. */
const TAKEN = /[|,:~=^<>\r\n]|\/\//;

const FIELDS = ['synonyms', 'abbreviations', 'variants', 'broader', 'answers'] as const;
const SIGN = { synonyms: '~', abbreviations: '=', variants: '^', broader: '<', answers: '>' } as const;
const KIND = { synonyms: 'SYNONYM', abbreviations: 'ABBREVIATION', variants: 'VARIANT' } as const;

const itemsOf = (entry: ThesaurusEntry, field: (typeof FIELDS)[number]): string[] =>
  entry[field].map((item) => (typeof item === 'string' ? item : item.name));

/** Words that cannot be written down, by field. Empty when `lineOf` may be asked. */
export function unwritable(entry: ThesaurusEntry): Problem[] {
  const problem = (field: string, word: string): Problem[] =>
    TAKEN.test(word) ? [{ field, message: `“${word}”中有竖线、逗号、冒号等符号，请去掉或分成几个词` }] : [];
  return [...problem('name', entry.name), ...FIELDS.flatMap((field) => itemsOf(entry, field).flatMap((word) => problem(field, word)))];
}

/** The entry in the data files' line format. Every weight is written out. */
export function lineOf(entry: ThesaurusEntry): string {
  const parts = FIELDS.filter((field) => entry[field].length > 0).map((field) => {
    const items = entry[field].map((item) => (typeof item === 'string' ? item : `${item.name}:${item.weight}`));
    return SIGN[field] + items.join(',');
  });
  return [entry.name, ...parts].join(' | ');
}

/** A concept as a person edits it. */
export function entryOf(concept: ThesaurusConcept): ThesaurusEntry {
  const worded = (kind: Wording['kind']) => concept.wordings.filter((wording) => wording.kind === kind).map(({ text }) => text);
  return {
    name: concept.name,
    synonyms: worded(KIND.synonyms),
    abbreviations: worded(KIND.abbreviations),
    variants: worded(KIND.variants),
    broader: concept.broader.map(({ name, weight }) => ({ name, weight })),
    answers: concept.answeredBy.map(({ name, weight }) => ({ name, weight })),
  };
}

/** Which of the entry's fields holds a word; `name` where none of the others does. */
export function fieldOf(entry: ThesaurusEntry, word: string): string {
  return FIELDS.find((field) => itemsOf(entry, field).includes(word)) ?? 'name';
}

export function relationFieldOf(entry: ThesaurusEntry, word: string): 'broader' | 'answers' {
  return itemsOf(entry, 'broader').includes(word) ? 'broader' : 'answers';
}

export const conceptOf = (line: string): ThesaurusConcept => parseThesaurus(line)[0] as ThesaurusConcept;
