import { Injectable } from '@nestjs/common';
import { jobOf, type Job, type JobPayloads } from '@mantianxing/contracts';
import { Embedder } from '@mantianxing/matching';
import { JobHandler } from '@mantianxing/queue';
import { bringForward, SearchIndex } from '@mantianxing/search';
import { CapabilityListings } from './listings';

@Injectable()
export class IndexCapabilityHandler extends JobHandler<'index-capability'> {
  override readonly name = 'index-capability';

  constructor(
    private readonly listings: CapabilityListings,
    private readonly index: SearchIndex,
    private readonly embedder: Embedder,
  ) {
    super();
  }

  override async handle({ eventId, capabilityId, revision }: JobPayloads['index-capability']): Promise<Job[]> {
    await bringForward(this.listings, this.index, [capabilityId]);
    const follow: Job[] = [jobOf('match-capability', { eventId, capabilityId, revision })];
    if (this.embedder.space !== '') follow.push(jobOf('embed-entry', { eventId, kind: 'capability', subjectId: capabilityId, revision }));
    return follow;
  }
}
