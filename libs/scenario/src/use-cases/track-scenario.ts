import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { ScenarioRepository } from '../domain/scenario.repository';
import { stepFromTalks, type Talks, type TalksStep } from '../domain/talks';
import { ScenarioSteps } from './scenario-steps';

/** Brings an entry to where its pairings and its deadline want it: in talks and back, shut, expired, or not landed. */
@Injectable()
export class TrackScenario {
  constructor(
    private readonly steps: ScenarioSteps,
    private readonly scenarios: ScenarioRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * `talksNow` counts the pairings, which are another lib's; it is asked while the row is held, so that of two jobs the
   * later one has the last word. Answers the step taken, undefined when the entry was where it belongs.
   */
  execute(id: string, talksNow: () => Promise<Talks>): Promise<TalksStep | undefined> {
    return this.unitOfWork.run(async () => {
      const scenario = await this.scenarios.lock(id);
      if (!scenario) return undefined;
      const now = this.clock.now();
      const event = stepFromTalks(scenario, await talksNow(), dayInShanghai(now));
      if (!event) return undefined;
      const change = event === 'shut' ? async () => ({ fields: { shutAt: now } }) : undefined;
      await this.steps.take({ id, version: scenario.version, event, actor: systemActor(scenario.districtCode), change });
      return event;
    });
  }
}
