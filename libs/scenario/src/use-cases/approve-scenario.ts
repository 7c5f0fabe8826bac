import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { dayInShanghai } from '@mantianxing/platform';
import { missingOf, publishGate } from '../domain/publish-gate';
import { authorMayNotApprove, gateIncomplete } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/**
 * Staff have looked at each element. The evidence is kept under the revision that publishing will give;
 * whoever wrote into the entry may not approve it.
 */
@Injectable()
export class ApproveScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<ScenarioView> {
    await this.steps.take({
      id,
      version,
      event: 'approve',
      actor,
      change: async (scenario, now) => {
        if ((await this.scenarios.authorsOf(id)).includes(actor.accountId)) throw authorMayNotApprove();
        const contact = await this.scenarios.contactOf(scenario);
        const gate = publishGate({ ...scenario, contact }, dayInShanghai(now));
        const missing = scenario.listType === 'SCENARIO' ? missingOf(gate) : [];
        if (missing.length > 0) throw gateIncomplete(missing, '通过审核');
        await this.scenarios.keepEvidence(id, scenario.revision + 1, gate, actor.accountId, now);
        return {};
      },
    });
    return this.views.after(id, actor);
  }
}
