import { Injectable } from '@nestjs/common';
import { SweepConsents } from '@mantianxing/pairing';
import { RecurringTask } from './recurring-task';

/** The fifth and the tenth working day of those who were asked. */
@Injectable()
export class SweepConsentsTask extends RecurringTask {
  override readonly name = 'sweep-consents';
  override readonly everySeconds = 60;

  constructor(private readonly sweep: SweepConsents) {
    super();
  }

  override run(now: Date): Promise<number> {
    return this.sweep.execute(now);
  }
}
