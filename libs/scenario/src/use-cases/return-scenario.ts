import { Injectable } from '@nestjs/common';
import type { Actor, ReturnScenario as Input, ScenarioView } from '@mantianxing/contracts';
import { scenarioInvalid } from '../domain/scenario.errors';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/** Sends an entry back with what is wanted, by field or gate element. */
@Injectable()
export class ReturnScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor, id: string, { version, reasons }: Input): Promise<ScenarioView> {
    if (reasons.length === 0) throw scenarioInvalid([{ field: 'reasons', message: '请至少写1条退回原因。' }]);
    await this.steps.take({
      id,
      version,
      event: 'return',
      actor,
      note: reasons.map(({ message }) => message).join('；'),
      change: async () => ({ fields: { returnReasons: reasons } }),
    });
    return this.views.after(id, actor);
  }
}
