import { Injectable } from '@nestjs/common';
import { LetCapabilitiesStale } from '@mantianxing/capability';
import { RecurringTask } from './recurring-task';

/** Twelve months after a firm's last word its entry rests until the next. */
@Injectable()
export class LetCapabilitiesStaleTask extends RecurringTask {
  override readonly name = 'stale-capabilities';
  override readonly everySeconds = 3600;

  constructor(private readonly sweep: LetCapabilitiesStale) {
    super();
  }

  override run(now: Date): Promise<number> {
    return this.sweep.execute(now);
  }
}
