import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, dayInShanghai } from '@mantianxing/platform';
import { ScenarioRepository } from '../domain/scenario.repository';
import { stepFromTalks, type Talks } from '../domain/talks';
import { ScenarioSteps } from './scenario-steps';

/** Brings an entry to where its pairings want it: 对接 begins with the first introduction and ends with the last pairing. */
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
  execute(id: string, talksNow: () => Promise<Talks>): Promise<'engage' | 'disengage' | undefined> {
    return this.unitOfWork.run(async () => {
      const scenario = await this.scenarios.lock(id);
      if (!scenario) return undefined;
      const event = stepFromTalks(scenario, await talksNow(), dayInShanghai(this.clock.now()));
      if (event) await this.steps.take({ id, version: scenario.version, event, actor: systemActor(scenario.districtCode) });
      return event;
    });
  }
}
