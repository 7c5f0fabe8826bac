import type { Problem, ThesaurusEntry } from '@mantianxing/contracts';
import { checkThesaurus, overlyCommonHits } from './check-thesaurus';
import { editionOf } from './edition-of';
import type { Thesaurus, ThesaurusConcept } from './thesaurus';
import { conceptOf, fieldOf, lineOf, relationFieldOf, unwritable } from './thesaurus-line';
import type { ShelvedThesaurus } from './thesaurus-shelf';

/** With fewer texts a tenth is one or two of them, which says nothing about a word. */
const LEAST_TEXTS = 20;

/**
 * What keeps an entry from being added, each with the entry's field. The whole edition is checked as it would be;
 * faults it has already are not held against the entry. Empty when it may be saved.
 */
export function problemsOfEntry(builtIn: Thesaurus, shelf: ShelvedThesaurus, entry: ThesaurusEntry): Problem[] {
  const signs = unwritable(entry);
  if (signs.length > 0) return signs;
  const now = editionOf(builtIn, shelf).concepts;
  if (now.some(({ name }) => name === entry.name)) {
    return [{ field: 'name', message: `“${entry.name}”已在词库中，如需改写请先停用原来的词条` }];
  }
  const line = lineOf(entry);
  // Its own relations as written: the edition keeps silent about those that lead nowhere.
  const next = editionOf(builtIn, withLine(shelf, line)).concepts;
  const asWritten = next.map((concept) => (concept.name === entry.name ? conceptOf(line) : concept));
  return newProblems(now, asWritten).map(({ message }) => atField(entry, message));
}

/** What the edition would suffer from besides what it suffers from now. */
export function problemsOfShelf(builtIn: Thesaurus, now: ShelvedThesaurus, next: ShelvedThesaurus): Problem[] {
  return newProblems(editionOf(builtIn, now).concepts, editionOf(builtIn, next).concepts);
}

/** Wordings of the entry that say nothing, standing in more than a tenth of the published capabilities' texts. */
export function commonProblems(entry: ThesaurusEntry, texts: readonly string[]): Problem[] {
  if (texts.length < LEAST_TEXTS) return [];
  return overlyCommonHits([conceptOf(lineOf(entry))], texts).map(({ wording, hits }) => ({
    field: fieldOf(entry, wording),
    message: `“${wording}”会命中${hits}项能力，超过已发布${texts.length}项的十分之一，请换成更具体的词`,
  }));
}

export const withLine = (shelf: ShelvedThesaurus, line: string): ShelvedThesaurus => ({
  ...shelf,
  version: shelf.version + 1,
  added: [...shelf.added, line],
});

function newProblems(now: readonly ThesaurusConcept[], next: readonly ThesaurusConcept[]): Problem[] {
  const known = new Set(checkThesaurus(now).map(({ message }) => message));
  return checkThesaurus(next).filter(({ message }) => !known.has(message));
}

function atField(entry: ThesaurusEntry, message: string): Problem {
  const word = /“([^”]+)”/.exec(message)?.[1] ?? '';
  if (message.includes('绕成了圈')) return { field: 'broader', message: `${message}，请去掉其中一处“属于”` };
  if (message.includes('与自己相关')) return { field: relationFieldOf(entry, word), message: `${message}，请去掉` };
  if (message.startsWith('没有名为')) return { field: relationFieldOf(entry, word), message: message.replace('概念', '词条') };
  return { field: fieldOf(entry, word), message };
}
