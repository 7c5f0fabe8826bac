import { Injectable } from '@nestjs/common';
import { SweepDeliveries } from '@mantianxing/notification';
import { RecurringTask } from './recurring-task';

/** 每日汇总 at its hour, the night's mails in the morning, what a group was told meanwhile. */
@Injectable()
export class RipenDeliveries extends RecurringTask {
  override readonly name = 'ripen-deliveries';
  override readonly everySeconds = 5;

  constructor(private readonly sweep: SweepDeliveries) {
    super();
  }

  override run(now: Date): Promise<number> {
    return this.sweep.ripen(now);
  }
}

/** Deliveries no job carries any more; the row's state rules, not the queue's memory. */
@Injectable()
export class ReviveDeliveries extends RecurringTask {
  override readonly name = 'revive-deliveries';
  override readonly everySeconds = 30;

  constructor(private readonly sweep: SweepDeliveries) {
    super();
  }

  override run(now: Date): Promise<number> {
    return this.sweep.revive(now);
  }
}

/** Addresses of deliveries older than 90 days become digests. */
@Injectable()
export class HashAddresses extends RecurringTask {
  override readonly name = 'hash-addresses';
  override readonly everySeconds = 3600;

  constructor(private readonly sweep: SweepDeliveries) {
    super();
  }

  override run(now: Date): Promise<number> {
    return this.sweep.hashAddresses(now);
  }
}
