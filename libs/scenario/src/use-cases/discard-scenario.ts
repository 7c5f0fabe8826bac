import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { scenarioInvalid } from '../domain/scenario.errors';
import { NO_CONTACT } from '../domain/scenario-content';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/** Gives up a draft that was never published; its contact person is erased with it. */
@Injectable()
export class DiscardScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<ScenarioView> {
    await this.steps.take({
      id,
      version,
      event: 'discard',
      actor,
      change: async ({ revision }) => {
        if (revision > 0) {
          const message = '发布过的场景须留存记录，不能删除，可以撤回。';
          throw scenarioInvalid([{ field: 'status', message }]);
        }
        return { contact: NO_CONTACT };
      },
    });
    return this.views.after(id, actor);
  }
}
