import { Injectable } from '@nestjs/common';
import { isLevelTriggered, QUEUE_OF, type Job } from '@mantianxing/contracts';
import { JobLedger, type PendingJob } from '@mantianxing/outbox';
import { JobQueue } from '@mantianxing/queue';

/** A ticket above every ask: nothing was asked since. */
const ALL = Number.MAX_SAFE_INTEGER;

/** Jobs that are written down as not done, sorted by what the queue says of them. */
export interface Sorted {
  /** The queue knows nothing of them. */
  missing: Job[];
  /** The queue keeps them as done, and yet more was asked. */
  answeredTooEarly: Job[];
  /** The queue keeps them as done, and nobody wrote it down. */
  done: Job[];
  failed: { job: Job; retry: boolean; reason: string; attempts: number }[];
}

/** Makes a queue that has forgotten whole again from the ledger. */
@Injectable()
export class BringBackJobs {
  constructor(
    private readonly ledger: JobLedger,
    private readonly jobs: JobQueue,
  ) {}

  async sort(pending: readonly PendingJob[]): Promise<Sorted> {
    const sorted: Sorted = { missing: [], answeredTooEarly: [], done: [], failed: [] };
    const where = await this.jobs.whereabouts(pending.map(({ job }) => job));
    pending.forEach(({ job, retry }, at) => {
      const found = where[at];
      if (found?.state === 'missing') sorted.missing.push(job);
      else if (found?.state === 'finished') (isLevelTriggered(job.name) ? sorted.answeredTooEarly : sorted.done).push(job);
      else if (found?.state === 'failed') sorted.failed.push({ job, retry, reason: found.reason, attempts: found.attempts });
    });
    return sorted;
  }

  /** Answers how many the queue has been given again. */
  async mend({ missing, answeredTooEarly, done, failed }: Sorted): Promise<number> {
    const again = [...missing, ...(await Promise.all(answeredTooEarly.map((job) => this.ledger.renew(job))))];
    await this.jobs.put(again);
    await this.ledger.queued(again);
    for (const job of done) await this.ledger.done(job, ALL);
    let retried = 0;
    for (const { job, retry, reason, attempts } of failed) {
      if (!retry) await this.ledger.setAside(job, ALL, { failure: 'FAULT', reason, attempts });
      else if (await this.jobs.retry(QUEUE_OF[job.name], job.id)) {
        await this.ledger.queued([job]);
        retried += 1;
      }
    }
    return again.length + retried;
  }

  /** What a person wants tried again goes back at once. */
  async retryWanted(): Promise<number> {
    const wanted = await this.ledger.wanted(200);
    if (wanted.length === 0) return 0;
    const brought = await this.mend(await this.sort(wanted));
    await this.ledger.queued(wanted.map(({ job }) => job));
    return brought;
  }
}
