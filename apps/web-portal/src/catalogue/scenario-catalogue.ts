import { Inject, Injectable } from '@nestjs/common';
import type { PublicScenarioListView, PublicScenarioView, ScenarioListQuery } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import { DescribeScenarios, isScenarioListed, isScenarioLive, ListPublicScenarios, SCENARIOS_A_PAGE, ScenarioReader, type ScenarioStatus } from '@mantianxing/scenario';
import { PeopleSearch } from '@mantianxing/search';
import { askEngine } from './found-words';

/** An entry that was public once: only its name and the day it ended may still be shown. */
export interface EndedScenario {
  title: string;
  endedAt: Date;
}

/**
 * The scenario list for the public pages. Words are found by the search engine, but the rows decide what is
 * shown; with the engine away, titles are looked through and the list says so (`degraded`).
 */
@Injectable()
export class ScenarioCatalogue {
  constructor(
    private readonly listed: ListPublicScenarios,
    private readonly describe: DescribeScenarios,
    private readonly reader: ScenarioReader,
    private readonly search: PeopleSearch,
    @Inject(ENV) private readonly env: Pick<Env, 'DISTRICT_CODE'>,
  ) {}

  async list(query: ScenarioListQuery, pageSize = SCENARIOS_A_PAGE): Promise<PublicScenarioListView> {
    const { q, page = 1, status, ...filters } = query;
    // What is open reads 对接中, in talks or not, and the index does not hear of talks: the rows know the state.
    if (!q || (status && !isScenarioLive({ status: status as ScenarioStatus }))) return this.listed.execute(this.env.DISTRICT_CODE, query);
    const found = await askEngine(() => this.search.searchScenarios({ q, filters, page, pageSize }));
    if (!found) return { ...(await this.listed.execute(this.env.DISTRICT_CODE, query)), degraded: true };
    return { total: found.total, page, pageSize, items: await this.open(found.ids), degraded: false };
  }

  async find(id: string): Promise<PublicScenarioView | undefined> {
    const [view] = await this.open([id]);
    return view;
  }

  /** The entry behind an address that no longer works, when it had been public. */
  async ended(id: string): Promise<EndedScenario | undefined> {
    const record = await this.reader.byId(id);
    const wasPublic = record?.publishedAt && record.visibility === 'PUBLIC' && record.listType === 'SCENARIO';
    if (!record || !wasPublic) return undefined;
    if (record.shutAt) return { title: record.title, endedAt: record.shutAt };
    return ['WITHDRAWN', 'EXPIRED', 'NOT_LANDED'].includes(record.status) ? { title: record.title, endedAt: record.updatedAt } : undefined;
  }

  /** Public views of those that are listed now, in the given order: an index may be a moment behind. */
  private async open(ids: string[]): Promise<PublicScenarioView[]> {
    const records = await this.reader.byIds(ids);
    const listed = new Set(records.filter(isScenarioListed).map(({ id }) => id));
    return this.describe.execute(ids.filter((id) => listed.has(id)));
  }
}
