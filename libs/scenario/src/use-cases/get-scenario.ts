import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { scenarioNotFound } from '../domain/scenario.errors';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/** An entry in any state, for its own unit and for staff; 404 for everybody else. */
@Injectable()
export class GetScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor, id: string): Promise<ScenarioView> {
    const [view] = await this.views.inside([await this.steps.load(id, actor)], actor);
    if (!view) throw scenarioNotFound();
    return view;
  }
}
