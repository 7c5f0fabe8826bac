import { Inject, Injectable } from '@nestjs/common';
import {
  CAPABILITIES_A_PAGE,
  CapabilityReader,
  DescribeCapabilities,
  isCapabilityListed,
  ListPublicCapabilities,
} from '@mantianxing/capability';
import type { CapabilityListQuery, PublicCapabilityListView, PublicCapabilityView } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import { PeopleSearch } from '@mantianxing/search';
import { askEngine } from './found-words';

/** The capability directory for the public pages; see `ScenarioCatalogue`. */
@Injectable()
export class CapabilityCatalogue {
  constructor(
    private readonly listed: ListPublicCapabilities,
    private readonly describe: DescribeCapabilities,
    private readonly reader: CapabilityReader,
    private readonly search: PeopleSearch,
    @Inject(ENV) private readonly env: Pick<Env, 'DISTRICT_CODE'>,
  ) {}

  async list(query: CapabilityListQuery, pageSize = CAPABILITIES_A_PAGE): Promise<PublicCapabilityListView> {
    const { q, page = 1, ...filters } = query;
    if (!q) return this.listed.execute(this.env.DISTRICT_CODE, query);
    const found = await askEngine(() => this.search.searchCapabilities({ q, filters, page, pageSize }));
    if (!found) return { ...(await this.listed.execute(this.env.DISTRICT_CODE, query)), degraded: true };
    return { total: found.total, page, pageSize, items: await this.open(found.ids), degraded: false };
  }

  async find(id: string): Promise<PublicCapabilityView | undefined> {
    const [view] = await this.open([id]);
    return view;
  }

  private async open(ids: string[]): Promise<PublicCapabilityView[]> {
    const records = await this.reader.byIds(ids);
    const listed = new Set(records.filter(isCapabilityListed).map(({ id }) => id));
    return this.describe.execute(ids.filter((id) => listed.has(id)));
  }
}
