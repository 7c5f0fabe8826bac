import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { dayInShanghai } from '@mantianxing/platform';
import { missingOf, publishGate } from '../domain/publish-gate';
import { gateIncomplete } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/** Hands an entry that has expired, or landed nowhere, in once more, with a new deadline; the rest is checked as it stands. */
@Injectable()
export class ReopenScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
  ) {}

  /** `deadline`: a day in Asia/Shanghai. 422 names what the gate finds missing, a day that is over among it. */
  async execute(actor: Actor, id: string, version: number, deadline: string): Promise<ScenarioView> {
    await this.steps.take({
      id,
      version,
      event: 'reopen',
      actor,
      note: deadline,
      change: async (scenario, now) => {
        const contact = await this.scenarios.contactOf(scenario);
        const missing = missingOf(publishGate({ ...scenario, deadline, contact }, dayInShanghai(now)));
        if (missing.length > 0) throw gateIncomplete(missing, '提交审核');
        return { fields: { deadline, shutAt: null, returnReasons: [] } };
      },
    });
    return this.views.after(id, actor);
  }
}
