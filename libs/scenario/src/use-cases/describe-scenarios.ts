import { Injectable } from '@nestjs/common';
import type { PublicScenarioView } from '@mantianxing/contracts';
import { ScenarioReader } from '../domain/scenario-reader';
import { ScenarioViews } from './scenario-views';

/**
 * Public views by id, whatever the entries' state, in the order of `ids`, unknown ones left out.
 * Without rights: callers (the review desk) have decided who may see them.
 */
@Injectable()
export class DescribeScenarios {
  constructor(
    private readonly reader: ScenarioReader,
    private readonly views: ScenarioViews,
  ) {}

  async execute(ids: readonly string[]): Promise<PublicScenarioView[]> {
    const records = await this.reader.byIds([...new Set(ids)]);
    const views = new Map((await this.views.outside(records)).map((view) => [view.id, view]));
    return ids.flatMap((id) => views.get(id) ?? []);
  }
}
