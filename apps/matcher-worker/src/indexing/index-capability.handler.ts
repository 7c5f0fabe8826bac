import { Injectable } from '@nestjs/common';
import { jobOf, type Job, type JobPayloads } from '@mantianxing/contracts';
import { JobHandler } from '@mantianxing/queue';
import { bringForward, SearchIndex } from '@mantianxing/search';
import { CapabilityListings } from './listings';

@Injectable()
export class IndexCapabilityHandler extends JobHandler<'index-capability'> {
  override readonly name = 'index-capability';

  constructor(
    private readonly listings: CapabilityListings,
    private readonly index: SearchIndex,
  ) {
    super();
  }

  override async handle({ eventId, capabilityId, revision }: JobPayloads['index-capability']): Promise<Job[]> {
    await bringForward(this.listings, this.index, [capabilityId]);
    return [jobOf('match-capability', { eventId, capabilityId, revision })];
  }
}
