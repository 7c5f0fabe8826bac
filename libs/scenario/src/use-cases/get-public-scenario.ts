import { Injectable } from '@nestjs/common';
import type { PublicScenarioView } from '@mantianxing/contracts';
import { isScenarioListed } from '../domain/scenario';
import { scenarioNotFound } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';
import { ScenarioViews } from './scenario-views';

/** A published, public entry; everything else does not exist for the public. */
@Injectable()
export class GetPublicScenario {
  constructor(
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
  ) {}

  async execute(id: string): Promise<PublicScenarioView> {
    const scenario = await this.scenarios.find(id);
    if (!scenario || !isScenarioListed(scenario)) throw scenarioNotFound();
    const [view] = await this.views.outside([scenario]);
    if (!view) throw scenarioNotFound();
    return view;
  }
}
