import { Injectable } from '@nestjs/common';
import { JobLedger } from '@mantianxing/outbox';
import { RecurringTask } from '../recurring/recurring-task';
import { Reconcile } from './reconcile';

/** A queue that forgot is made whole within a minute: cheap, since it reads only what waits longer than usual. */
@Injectable()
export class BringBackLostJobs extends RecurringTask {
  override readonly name = 'bring-back-jobs';
  override readonly everySeconds = 15;

  constructor(private readonly reconcile: Reconcile) {
    super();
  }

  override async run(): Promise<number> {
    return (await this.reconcile.execute({ startedBy: 'CLOCK', only: [this.name], quiet: true })).mended;
  }
}

/** Everything that was promised, every five minutes. */
@Injectable()
export class ReconcilePromises extends RecurringTask {
  override readonly name = 'reconcile-promises';
  override readonly everySeconds = 300;

  constructor(
    private readonly reconcile: Reconcile,
    private readonly ledger: JobLedger,
  ) {
    super();
  }

  override async run(): Promise<number> {
    await this.ledger.forget();
    const { mended, failed } = await this.reconcile.execute({ startedBy: 'CLOCK' });
    if (failed.length > 0) throw new Error(`not looked at: ${failed.join(', ')}`);
    return mended;
  }
}
