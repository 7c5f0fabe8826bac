import { Inject, Injectable } from '@nestjs/common';
import { AuditChain } from '@mantianxing/audit';
import { ENV, type Env } from '@mantianxing/platform';
import { RecurringTask } from './recurring-task';

const DAY_MS = 24 * 3_600_000;

/** The audit log keeps what AUDIT_KEEP_DAYS says, 180 days at the least; what is older goes, and that it went is written down. */
@Injectable()
export class RemoveAuditEntries extends RecurringTask {
  override readonly name = 'remove-audit-entries';
  override readonly everySeconds = 24 * 3600;

  constructor(
    private readonly chain: AuditChain,
    @Inject(ENV) private readonly env: Pick<Env, 'AUDIT_KEEP_DAYS'>,
  ) {
    super();
  }

  override run(now: Date): Promise<number> {
    return this.chain.removeBefore(new Date(now.getTime() - this.env.AUDIT_KEEP_DAYS * DAY_MS));
  }
}
