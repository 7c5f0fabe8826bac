import { Injectable } from '@nestjs/common';
import { RemovePersonalData } from '@mantianxing/account';
import { RecurringTask } from './recurring-task';

/** Who left 180 days ago is forgotten; whoever an open scenario still names waits for a successor. */
@Injectable()
export class RemoveDataOfWhoLeft extends RecurringTask {
  override readonly name = 'remove-personal-data';
  override readonly everySeconds = 6 * 3600;

  constructor(private readonly removal: RemovePersonalData) {
    super();
  }

  override run(now: Date): Promise<number> {
    return this.removal.whoLeft(now);
  }
}
