import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/** Makes a withdrawn entry a draft again; it has to pass the whole way anew. */
@Injectable()
export class RedraftScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<ScenarioView> {
    const fields = { withdrawnReason: null, gateRevision: null, secrecyDeclared: false, shutAt: null };
    await this.steps.take({ id, version, event: 'redraft', actor, change: async () => ({ fields }) });
    return this.views.after(id, actor);
  }
}
