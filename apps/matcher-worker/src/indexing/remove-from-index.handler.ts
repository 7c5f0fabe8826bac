import { Injectable } from '@nestjs/common';
import { jobOf, type Job, type JobPayloads } from '@mantianxing/contracts';
import { Embedder } from '@mantianxing/matching';
import { JobHandler } from '@mantianxing/queue';
import { bringForward, SearchIndex } from '@mantianxing/search';
import { CapabilityListings, ScenarioListings } from './listings';

/** The row decides: an entry that has come back meanwhile is brought forward instead of removed. */
@Injectable()
export class RemoveFromIndexHandler extends JobHandler<'remove-from-index'> {
  override readonly name = 'remove-from-index';

  constructor(
    private readonly scenarios: ScenarioListings,
    private readonly capabilities: CapabilityListings,
    private readonly index: SearchIndex,
    private readonly embedder: Embedder,
  ) {
    super();
  }

  override async handle(payload: JobPayloads['remove-from-index']): Promise<Job[]> {
    const { kind, subjectId } = payload;
    if (kind === 'scenario') await bringForward(this.scenarios, this.index, [subjectId]);
    else await bringForward(this.capabilities, this.index, [subjectId]);
    return [jobOf('lapse-suggestions', payload), ...(this.embedder.space === '' ? [] : [jobOf('embed-entry', payload)])];
  }
}
