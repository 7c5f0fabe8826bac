import { Injectable } from '@nestjs/common';
import { jobOf, type Job, type JobPayloads } from '@mantianxing/contracts';
import { Embedder } from '@mantianxing/matching';
import { JobHandler } from '@mantianxing/queue';
import { bringForward, SearchIndex } from '@mantianxing/search';
import { ScenarioListings } from './listings';

/** Step 4: the index holds the scenario before it is matched, so that of two newcomers the later finds the other. */
@Injectable()
export class IndexScenarioHandler extends JobHandler<'index-scenario'> {
  override readonly name = 'index-scenario';

  constructor(
    private readonly listings: ScenarioListings,
    private readonly index: SearchIndex,
    private readonly embedder: Embedder,
  ) {
    super();
  }

  override async handle({ eventId, scenarioId, revision }: JobPayloads['index-scenario']): Promise<Job[]> {
    await bringForward(this.listings, this.index, [scenarioId]);
    const follow: Job[] = [jobOf('match-scenario', { eventId, scenarioId, revision })];
    if (this.embedder.space !== '') follow.push(jobOf('embed-entry', { eventId, kind: 'scenario', subjectId: scenarioId, revision }));
    return follow;
  }
}
