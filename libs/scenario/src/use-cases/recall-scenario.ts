import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/** Takes a submitted entry back before it is checked. */
@Injectable()
export class RecallScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<ScenarioView> {
    await this.steps.take({ id, version, event: 'recall', actor });
    return this.views.after(id, actor);
  }
}
