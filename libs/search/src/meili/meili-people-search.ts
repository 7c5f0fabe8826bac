import { normalise } from '@mantianxing/matching';
import type { SearchParams } from 'meilisearch';
import type { EntryKind } from '../documents/entry-kind';
import { highlight } from '../people/highlight';
import type { QueryReader, WantedWord } from '../people/query-words';
import { type CapabilityFilters, PeopleSearch, type ScenarioFilters, type SearchPage, type SearchQuestion, SearchUnavailable } from '../people-search';
import type { MeiliClient } from './meili-client';
import type { MeiliSchema } from './meili-schema';

interface Shown {
  id: string;
  shown: Record<string, string>;
}

interface Found {
  hits: Shown[];
  total: number;
}

/** People's search in Meilisearch: the forgiving indexes, beginnings of words, typos and synonyms included. */
export class MeiliPeopleSearch extends PeopleSearch {
  constructor(
    private readonly client: MeiliClient,
    private readonly schema: MeiliSchema,
    private readonly reader: QueryReader,
  ) {
    super();
  }

  override searchScenarios({ filters, ...question }: SearchQuestion<ScenarioFilters>): Promise<SearchPage> {
    const by = { sectorCodes: filters?.sector, units: filters?.unit, status: filters?.status };
    return this.search('scenario', question, filterOf(by));
  }

  override searchCapabilities({ filters, ...question }: SearchQuestion<CapabilityFilters>): Promise<SearchPage> {
    return this.search('capability', question, filterOf({ sectorCodes: filters?.sector, type: filters?.kind }));
  }

  private async search(kind: EntryKind, question: SearchQuestion<never>, filter: string[]): Promise<SearchPage> {
    const wanted = this.reader.read(question.q);
    if (wanted.length === 0 && question.q.trim() !== '') return { ids: [], total: 0, highlights: {} };
    const uid = this.schema.liveName('people', kind);
    try {
      const all = await this.holdingAll(uid, question, filter);
      const found = all.total > 0 || wanted.length < 2 ? all : await this.holdingAny(uid, wanted, question, filter);
      return {
        ids: found.hits.map(({ id }) => id),
        total: found.total,
        highlights: Object.fromEntries(found.hits.map(({ id, shown }) => [id, highlight(shown, wanted)])),
      };
    } catch (error) {
      throw new SearchUnavailable(error);
    }
  }

  private async holdingAll(uid: string, { q, page, pageSize }: SearchQuestion<never>, filter: string[]): Promise<Found> {
    const { hits, totalHits } = await this.client.api.index<Shown>(uid).search<Shown, SearchParams & { page: number }>(plain(q), {
      filter,
      page,
      hitsPerPage: pageSize,
      matchingStrategy: 'all',
      sort: ['newest:desc', 'id:asc'],
      attributesToRetrieve: ['id', 'shown'],
    });
    return { hits, total: totalHits };
  }

  /** One query a word, merged by the engine: an entry counts by its best word. */
  private async holdingAny(uid: string, wanted: readonly WantedWord[], { page, pageSize }: SearchQuestion<never>, filter: string[]): Promise<Found> {
    const queries = wanted.map(({ alternatives, isOpen }) => ({
      indexUid: uid,
      q: `${alternatives[0]}${isOpen ? '' : ' '}`,
      filter,
      matchingStrategy: 'all' as const,
      attributesToRetrieve: ['id', 'shown'],
    }));
    const federation = { limit: pageSize, offset: (page - 1) * pageSize };
    const { hits, estimatedTotalHits } = await this.client.api.multiSearch<{ federation: typeof federation; queries: typeof queries }, Shown>({
      federation,
      queries,
    });
    return { hits, total: estimatedTotalHits ?? hits.length };
  }
}

/** Letters and digits alone: a quote would open a phrase, a leading `-` negate, a symbol be looked for as a word. */
function plain(q: string): string {
  return normalise(q.slice(0, 200)).text.replace(/[^\p{L}\p{N}]+/gu, ' ');
}

function filterOf(by: Record<string, string | undefined>): string[] {
  return Object.entries(by).flatMap(([name, value]) => (value ? [`${name} = ${JSON.stringify(value)}`] : []));
}
