import { COMMON_WORDS } from './common-words';
import { termId } from './term-vector';

/** As stored: terms met in at least two texts, ascending, and their counts in the same order. */
interface Stored {
  documents: number;
  counts: Record<string, number>;
}

const RAREST = 9;
/** How many texts a corpus needs before its own counts weigh as much as general knowledge. */
const TRUST_AT = 60;

let general: ReadonlyMap<string, number> | undefined;

function generalIdf(term: string): number {
  general ??= new Map(COMMON_WORDS.flatMap(([idf, words]) => words.split(' ').map((word): [string, number] => [word, idf])));
  return general.get(term.startsWith('#') ? term.slice(1) : term) ?? RAREST;
}

/**
 * How telling each term is: one frozen, versioned epoch, so that every direction and engine gives a pair the same
 * number. Built from the published capabilities and rebuilt rarely; the empty one knows general language only.
 */
export class CorpusStatistics {
  readonly version: string;
  private readonly cache = new Map<string, number>();

  private constructor(
    readonly documents: number,
    private readonly counts: ReadonlyMap<string, number>,
  ) {
    this.version = `${documents}-${termId(this.serialise()).toString(36)}`;
  }

  static empty(): CorpusStatistics {
    return new CorpusStatistics(0, new Map());
  }

  /** @param texts the distinct terms of each text */
  static count(texts: Iterable<Iterable<string>>): CorpusStatistics {
    const counts = new Map<string, number>();
    let documents = 0;
    for (const terms of texts) {
      documents += 1;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    for (const [term, count] of counts) if (count < 2) counts.delete(term);
    return new CorpusStatistics(documents, counts);
  }

  /** @throws SyntaxError when the text is not what `serialise` wrote. */
  static parse(json: string): CorpusStatistics {
    const stored = JSON.parse(json) as Stored;
    if (typeof stored.documents !== 'number' || typeof stored.counts !== 'object') throw new SyntaxError('not corpus statistics');
    return new CorpusStatistics(stored.documents, new Map(Object.entries(stored.counts)));
  }

  serialise(): string {
    const stored: Stored = {
      documents: this.documents,
      counts: Object.fromEntries([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
    return JSON.stringify(stored);
  }

  /** 0..1: 1 for a term hardly any text has, towards 0 for one that stands everywhere. */
  telling(term: string): number {
    const known = this.cache.get(term);
    if (known !== undefined) return known;
    const trust = this.documents / (this.documents + TRUST_AT);
    const count = this.counts.get(term) ?? 1;
    const here = this.documents === 0 ? 0 : Math.log(1 + (this.documents - count + 0.5) / (count + 0.5)) / Math.log(1 + this.documents / 1.5);
    const telling = trust * Math.max(0, Math.min(1, here)) + (1 - trust) * (generalIdf(term) / RAREST);
    this.cache.set(term, telling);
    return telling;
  }

  /** Share of the texts that have the term, or 0 where fewer than two have. */
  share(term: string): number {
    return this.documents === 0 ? 0 : (this.counts.get(term) ?? 0) / this.documents;
  }
}
