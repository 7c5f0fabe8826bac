import { Injectable } from '@nestjs/common';
import type { PublicScenarioListView, ScenarioListQuery } from '@mantianxing/contracts';
import { ScenarioRepository } from '../domain/scenario.repository';
import { ScenarioViews } from './scenario-views';

export const SCENARIOS_A_PAGE = 20;

/** The scenario list anyone may see, newest first, never by score. `q` is sought in titles only. */
@Injectable()
export class ListPublicScenarios {
  constructor(
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
  ) {}

  async execute(districtCode: string, query: ScenarioListQuery): Promise<PublicScenarioListView> {
    const { q, page = 1, ...filter } = query;
    const pageSize = SCENARIOS_A_PAGE;
    const { total, items } = await this.scenarios.listed({
      ...filter,
      title: q,
      districtCode,
      page,
      pageSize,
    });
    return { total, page, pageSize, items: await this.views.outside(items), degraded: false };
  }
}
