import { Injectable } from '@nestjs/common';
import type { CapabilityListQuery, PublicCapabilityListView } from '@mantianxing/contracts';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { publicCapabilityView } from '../domain/capability-view';
import { CapabilityRepository } from '../domain/capability.repository';

export const CAPABILITIES_A_PAGE = 20;

/** The directory anyone may see, newest first. `q` is sought in names of capabilities and firms only. */
@Injectable()
export class ListPublicCapabilities {
  constructor(
    private readonly capabilities: CapabilityRepository,
    private readonly clock: Clock,
  ) {}

  async execute(districtCode: string, query: CapabilityListQuery): Promise<PublicCapabilityListView> {
    const { q, page = 1, ...filter } = query;
    const pageSize = CAPABILITIES_A_PAGE;
    const { total, items } = await this.capabilities.listed({
      ...filter,
      name: q,
      districtCode,
      page,
      pageSize,
    });
    const today = dayInShanghai(this.clock.now());
    const views = items.map((capability) => publicCapabilityView(capability, today));
    return { total, page, pageSize, items: views, degraded: false };
  }
}
