import { Injectable } from '@nestjs/common';
import { TellDueCapabilities } from '@mantianxing/capability';
import { TellDuePairings, TellDueSuggestions } from '@mantianxing/pairing';
import { TellDueScenarios } from '@mantianxing/scenario';
import { RecurringTask } from './recurring-task';

/** What is due today is told to whoever has to act; what is two weeks over, to the coordinator. */
@Injectable()
export class TellDue extends RecurringTask {
  override readonly name = 'tell-due';
  override readonly everySeconds = 600;

  constructor(
    private readonly scenarios: TellDueScenarios,
    private readonly capabilities: TellDueCapabilities,
    private readonly suggestions: TellDueSuggestions,
    private readonly pairings: TellDuePairings,
  ) {
    super();
  }

  override async run(now: Date): Promise<number> {
    let told = 0;
    for (const sweep of [this.scenarios, this.capabilities, this.suggestions, this.pairings]) told += await sweep.execute(now);
    return told;
  }
}
