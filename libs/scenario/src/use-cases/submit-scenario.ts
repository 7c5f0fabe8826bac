import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { dayInShanghai } from '@mantianxing/platform';
import { missingOf, publishGate } from '../domain/publish-gate';
import { gateIncomplete } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';
import { ScenarioDuplicates } from './scenario-duplicates';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/**
 * Hands a draft to staff; 422 names what is missing. An opportunity needs the secrecy declaration only.
 * 409 NEAR_DUPLICATE where a live or pending entry says much the same, until `confirmNotDuplicate` is given.
 */
@Injectable()
export class SubmitScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly scenarios: ScenarioRepository,
    private readonly duplicates: ScenarioDuplicates,
    private readonly views: ScenarioViews,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    version: number,
    confirmNotDuplicate = false,
  ): Promise<ScenarioView> {
    await this.steps.take({
      id,
      version,
      event: 'submit',
      actor,
      change: async (scenario, now) => {
        const contact = await this.scenarios.contactOf(scenario);
        const gate = publishGate({ ...scenario, contact }, dayInShanghai(now));
        const asked =
          scenario.listType === 'SCENARIO' ? gate : gate.filter(({ element }) => element === 'SECRECY');
        const missing = missingOf(asked);
        if (missing.length > 0) throw gateIncomplete(missing, '提交审核');
        const note = await this.duplicates.prove(scenario, actor, confirmNotDuplicate);
        return { fields: { returnReasons: [] }, note };
      },
    });
    return this.views.after(id, actor);
  }
}
