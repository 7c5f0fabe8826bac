import { Injectable } from '@nestjs/common';
import { JobLedger } from '@mantianxing/outbox';
import { BringBackJobs } from './bring-back-jobs';
import { nothingFound, PromiseCheck, type Findings } from './promise-check';

/** A job the queue took longer ago than this, in seconds, is in the queue or has been worked off. */
const TAKEN_AGO = 30;
const AT_ONCE = 5_000;

/**
 * Every event handed over has its jobs done or in the queue: what is asked is written down in PostgreSQL before the queue
 * hears of it and struck off when done, so an emptied or rolled-back Redis shows here, whatever kind the job is.
 */
@Injectable()
export class LostJobsCheck extends PromiseCheck {
  override readonly name = 'bring-back-jobs';
  override readonly label = '交办的任务在队列中或已办完';

  constructor(
    private readonly ledger: JobLedger,
    private readonly bringBack: BringBackJobs,
  ) {
    super();
  }

  override async look(): Promise<Findings> {
    const pending = await this.ledger.pending(TAKEN_AGO, AT_ONCE);
    if (pending.length === 0) return nothingFound(0);
    const sorted = await this.bringBack.sort(pending);
    return {
      compared: pending.length,
      found: sorted.missing.length + sorted.answeredTooEarly.length,
      mend: () => this.bringBack.mend(sorted),
      note: pending.length === AT_ONCE ? `只看了最早的${AT_ONCE}个` : '',
    };
  }
}
