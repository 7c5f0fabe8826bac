import type { Sql } from './sql';
import type { EntryKind } from '../documents/entry-kind';
import { highlight } from '../people/highlight';
import type { QueryReader, WantedWord } from '../people/query-words';
import { type CapabilityFilters, PeopleSearch, type ScenarioFilters, type SearchPage, type SearchQuestion, SearchUnavailable } from '../people-search';
import { wordsQuery } from './search-words';

interface Narrowing {
  sector?: string;
  unit?: string;
  status?: string;
  type?: string;
}

interface Hit {
  id: string;
  shown: Record<string, string>;
}

/** People's search from PostgreSQL's own word index; any process may ask, nothing is loaded. */
export class EmbeddedPeopleSearch extends PeopleSearch {
  constructor(
    private readonly db: Sql,
    private readonly reader: QueryReader,
  ) {
    super();
  }

  override searchScenarios({ filters, ...question }: SearchQuestion<ScenarioFilters>): Promise<SearchPage> {
    return this.search('scenario', question, { ...filters });
  }

  override searchCapabilities({ filters, ...question }: SearchQuestion<CapabilityFilters>): Promise<SearchPage> {
    return this.search('capability', question, { sector: filters?.sector, type: filters?.kind });
  }

  private async search(kind: EntryKind, question: SearchQuestion<never>, narrowing: Narrowing): Promise<SearchPage> {
    try {
      const wanted = this.reader.read(question.q);
      if (wanted.length === 0 && question.q.trim() !== '') return { ids: [], total: 0, highlights: {} };
      const all = await this.find(kind, wordsQuery(wanted, false), question, narrowing);
      const found = all.total > 0 || wanted.length < 2 ? all : await this.find(kind, wordsQuery(wanted, true), question, narrowing);
      return pageOf(found, wanted);
    } catch (error) {
      throw new SearchUnavailable(error);
    }
  }

  private async find(kind: EntryKind, query: string, { page, pageSize }: SearchQuestion<never>, by: Narrowing): Promise<{ total: number; hits: Hit[] }> {
    const given = [kind, query, by.sector ?? '', by.unit ?? '', by.status ?? '', by.type ?? ''];
    const [counted]: { n: number }[] = await this.db.query(`select count(*)::int as n ${FROM}`, given);
    const total = counted?.n ?? 0;
    if (total === 0) return { total, hits: [] };
    const hits: Hit[] = await this.db.query(PAGE, [...given, pageSize, (page - 1) * pageSize]);
    return { total, hits };
  }
}

function pageOf({ total, hits }: { total: number; hits: Hit[] }, wanted: readonly WantedWord[]): SearchPage {
  return {
    ids: hits.map(({ id }) => id),
    total,
    highlights: Object.fromEntries(hits.map(({ id, shown }) => [id, highlight(shown, wanted)])),
  };
}

const FROM = `
from search.entry
where kind = $1 and not removed and ($2 = '' or words @@ $2::tsquery)
  and ($3 = '' or sectors @> array[$3]) and ($4 = '' or units @> array[$4]) and ($5 = '' or status = $5) and ($6 = '' or type = $6)`;

/** Weights of D, C, B, A: a title outranks any number of hits in bodies. */
const PAGE = `
select id, shown ${FROM}
order by case when $2 = '' then 0 else ts_rank('{0.05, 0.15, 0.4, 1}', words, $2::tsquery) end desc, published_at desc nulls last, id
limit $7 offset $8`;
