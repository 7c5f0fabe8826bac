import { Injectable } from '@nestjs/common';
import type { Actor, ScenarioView } from '@mantianxing/contracts';
import { dayInShanghai } from '@mantianxing/platform';
import { missingOf, publishGate } from '../domain/publish-gate';
import { gateIncomplete, scenarioInvalid } from '../domain/scenario.errors';
import { ScenarioRepository } from '../domain/scenario.repository';
import { ScenarioSteps } from './scenario-steps';
import { ScenarioViews } from './scenario-views';

/** Opens the entry to everybody; the gate is judged once more, since days have passed since approval. */
@Injectable()
export class PublishScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly scenarios: ScenarioRepository,
    private readonly views: ScenarioViews,
  ) {}

  async execute(actor: Actor, id: string, version: number): Promise<ScenarioView> {
    await this.steps.take({
      id,
      version,
      event: 'publish',
      actor,
      change: async (scenario, now) => {
        if (scenario.listType !== 'SCENARIO') {
          const message = '机会清单条目不能发布到场景清单，请补齐三要素后改为场景清单。';
          throw scenarioInvalid([{ field: 'listType', message }]);
        }
        const contact = await this.scenarios.contactOf(scenario);
        const missing = missingOf(publishGate({ ...scenario, contact }, dayInShanghai(now)));
        if (missing.length > 0) throw gateIncomplete(missing);
        const revision = scenario.revision + 1;
        return { fields: { revision, gateRevision: revision, publishedAt: now } };
      },
    });
    return this.views.after(id, actor);
  }
}
