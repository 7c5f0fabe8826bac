import { Injectable } from '@nestjs/common';
import type { ThesaurusChangeView, ThesaurusRowView, ThesaurusView } from '@mantianxing/contracts';
import { BuiltInThesaurus } from '../domain/built-in-thesaurus';
import { editionOf } from '../domain/edition-of';
import { normalise } from '../domain/normalise';
import type { ThesaurusConcept } from '../domain/thesaurus';
import { conceptOf, entryOf } from '../domain/thesaurus-line';
import { ThesaurusShelf, type ShelvedThesaurus, type ThesaurusChange } from '../domain/thesaurus-shelf';

const PAGE_SIZE = 30;
const CHANGES_SHOWN = 10;

interface Found {
  concept: ThesaurusConcept;
  builtIn: boolean;
  retired: boolean;
}

/** The thesaurus in force and what rests, by a word: its own entry first, then those that contain it or lead to it. */
@Injectable()
export class ListThesaurus {
  constructor(
    private readonly builtIn: BuiltInThesaurus,
    private readonly shelf: ThesaurusShelf,
  ) {}

  async execute(q = '', page = 1): Promise<ThesaurusView> {
    const [current, changes, lines] = await Promise.all([this.shelf.current(), this.shelf.changes(), this.shelf.retiredLines()]);
    const entries = this.entries(current, lines);
    const last = new Map([...changes].reverse().map((change) => [change.name, change]));
    const found = rank(entries, normalise(q.trim()).text, last);
    return {
      version: current.version,
      inForce: entries.filter(({ retired }) => !retired).length,
      total: found.length,
      pageSize: PAGE_SIZE,
      items: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((one) => rowOf(one, last.get(one.concept.name))),
      changes: changes.slice(0, CHANGES_SHOWN).map(changeView),
    };
  }

  private entries(current: ShelvedThesaurus, lines: ReadonlyMap<string, string>): Found[] {
    const own = new Set(current.added.map((line) => conceptOf(line).name));
    const resting = new Set(current.retired);
    return [
      ...editionOf(this.builtIn, current).concepts.map((concept) => ({ concept, builtIn: !own.has(concept.name), retired: false })),
      ...[...lines.values()].map((line) => ({ concept: conceptOf(line), builtIn: false, retired: true })),
      ...this.builtIn.concepts.filter(({ name }) => resting.has(name)).map((concept) => ({ concept, builtIn: true, retired: true })),
    ];
  }
}

/** Without a word: what staff touched last comes first, the rest in the order of the edition. */
function rank(entries: Found[], word: string, last: ReadonlyMap<string, ThesaurusChange>): Found[] {
  if (word === '') {
    const touched = ({ concept }: Found) => last.get(concept.name)?.version ?? 0;
    return [...entries].sort((a, b) => touched(b) - touched(a));
  }
  return entries
    .map((entry) => ({ entry, distance: distance(entry.concept, word) }))
    .filter((one) => one.distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .map(({ entry }) => entry);
}

function distance({ wordings, broader, answeredBy }: ThesaurusConcept, word: string): number {
  const texts = wordings.map(({ text }) => normalise(text).text);
  if (texts[0] === word) return 0;
  if (texts.includes(word)) return 1;
  if (texts.some((text) => text.includes(word))) return 2;
  return [...broader, ...answeredBy].some(({ name }) => normalise(name).text.includes(word)) ? 3 : Infinity;
}

function rowOf({ concept, builtIn, retired }: Found, change: ThesaurusChange | undefined): ThesaurusRowView {
  return { entry: entryOf(concept), builtIn, retired, ...(change && { last: changeView(change) }) };
}

const changeView = ({ at, ...change }: ThesaurusChange): ThesaurusChangeView => ({ ...change, at: at.toISOString() });
