import { Inject, Injectable } from '@nestjs/common';
import type { PartySuggestionView } from '@mantianxing/contracts';
import type { Suggestion } from '@mantianxing/pairing';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { StatusService } from '../status/status.service';
import { partySuggestion } from './party-suggestion';
import type { Pair } from './suggestion-pairs';

/** Suggestions as the two sides see them at this moment. */
@Injectable()
export class PartyEyes {
  constructor(
    private readonly clock: Clock,
    private readonly status: StatusService,
    @Inject(ENV) private readonly env: Pick<Env, 'DECISION_HOLD_SECONDS'>,
  ) {}

  /** `readingFirms`: the firms of the person who reads; empty for a department. */
  by(pairs: Pair<Suggestion>[], readingFirms: readonly string[] = []): PartySuggestionView[] {
    const now = this.clock.now();
    return pairs.map((pair) => partySuggestion(pair, now, this.env.DECISION_HOLD_SECONDS * 1000, readingFirms));
  }

  async matcherIsBehind(): Promise<boolean> {
    return (await this.status.current()).matching !== 'current';
  }
}
