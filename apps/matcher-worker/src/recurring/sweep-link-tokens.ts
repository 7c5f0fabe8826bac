import { Injectable } from '@nestjs/common';
import { LinkTokens } from '@mantianxing/account';
import { RecurringTask } from './recurring-task';

/** Links that expired 30 days ago leave no trace (MODEL.md section 5). */
@Injectable()
export class SweepLinkTokens extends RecurringTask {
  override readonly name = 'sweep-link-tokens';
  override readonly everySeconds = 6 * 3600;

  constructor(private readonly links: LinkTokens) {
    super();
  }

  override run(): Promise<number> {
    return this.links.sweep();
  }
}
