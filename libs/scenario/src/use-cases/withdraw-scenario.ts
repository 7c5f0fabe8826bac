import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { scenarioInvalid } from '../domain/scenario.errors';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/** Takes an entry off the list, with the reason. */
@Injectable()
export class WithdrawScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor, id: string, version: number, reason: string): Promise<ScenarioView> {
    if (!reason.trim()) throw scenarioInvalid([{ field: 'reason', message: '请写明撤回原因。' }]);
    await this.steps.take({
      id,
      version,
      event: 'withdraw',
      actor,
      note: reason,
      change: async () => ({ fields: { withdrawnReason: reason } }),
    });
    return this.views.after(id, actor);
  }
}
