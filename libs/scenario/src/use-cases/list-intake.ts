import { Injectable } from '@nestjs/common';
import { isStaff, type Actor, type ScenarioListView } from '@mantianxing/contracts';
import { scenarioForbidden } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';
import { ScenarioViews } from './scenario-views';

/** More would not be read in one go; the most urgent come first. */
const MOST = 500;

/** What waits for staff: submitted entries to check and approved ones to publish. */
@Injectable()
export class ListIntake {
  constructor(
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor): Promise<ScenarioListView> {
    if (!isStaff(actor)) throw scenarioForbidden();
    const waiting = await this.scenarios.inStatus(actor.districtCode, ['SUBMITTED', 'APPROVED'], MOST);
    return { items: await this.views.inside(waiting, actor) };
  }
}
