import { Injectable } from '@nestjs/common';
import { jobOf, type Job, type JobPayloads } from '@mantianxing/contracts';
import { JobHandler } from '@mantianxing/queue';
import { isScenarioOpen, ScenarioReader } from '@mantianxing/scenario';

/**
 * After the end of a pairing its scenario is matched anew: a pair whose text had changed meanwhile, or whose side had
 * only left, comes before the reviewers again. The run itself may take long and waits on its own queue.
 */
@Injectable()
export class ReleaseHeldHandler extends JobHandler<'release-held'> {
  override readonly name = 'release-held';

  constructor(private readonly scenarios: ScenarioReader) {
    super();
  }

  override async handle({ eventId, scenarioId }: JobPayloads['release-held']): Promise<Job[]> {
    const scenario = await this.scenarios.byId(scenarioId);
    return scenario && isScenarioOpen(scenario) ? [jobOf('match-scenario', { eventId, scenarioId, revision: scenario.revision })] : [];
  }
}
