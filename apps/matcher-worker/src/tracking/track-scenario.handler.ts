import { Injectable } from '@nestjs/common';
import type { Job, JobPayloads } from '@mantianxing/contracts';
import { ReadPairings } from '@mantianxing/pairing';
import { JobHandler } from '@mantianxing/queue';
import { TrackScenario } from '@mantianxing/scenario';

/** A scenario follows its pairings: in talks from the first introduction on, back on the list when the last has ended. */
@Injectable()
export class TrackScenarioHandler extends JobHandler<'track-scenario'> {
  override readonly name = 'track-scenario';

  constructor(
    private readonly track: TrackScenario,
    private readonly pairings: ReadPairings,
  ) {
    super();
  }

  override async handle({ scenarioId }: JobPayloads['track-scenario']): Promise<Job[]> {
    await this.track.execute(scenarioId, () => this.pairings.talksOf(scenarioId));
    return [];
  }
}
