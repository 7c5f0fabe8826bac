import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { Outbox } from '@mantianxing/outbox';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import type { MatchedScenario } from '../domain/suggestion';
import { SuggestionRepository } from '../domain/suggestion.repository';

/** How long a notice waits for further runs over the same scenario, so that reviewers hear of them once. */
const GATHER_SECONDS = 30;
/** And no longer than this after the first of them, or runs that follow each other closely would keep it back for ever. */
const LONGEST_GATHER_SECONDS = 180;

/** Tells reviewers that something new is open. Inside a transaction. */
@Injectable()
export class TellReviewers {
  constructor(
    private readonly suggestions: SuggestionRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * One notice for a burst of runs: one that is still held is taken back, and the new one counts all that is open. The
   * burst's beginning goes with it, so that the notice goes out while runs still come.
   */
  async tell(scenario: Pick<MatchedScenario, 'id' | 'districtCode' | 'revision'>): Promise<void> {
    const now = this.clock.now();
    const held = await this.outbox.held(scenario.id, 'suggestion.proposed');
    const isGathering = (await this.outbox.withdraw(scenario.id, 'suggestion.proposed')) > 0;
    const gatheredSince = (isGathering && held?.gatheredSince) || now.toISOString();
    const left = LONGEST_GATHER_SECONDS - Math.floor((now.getTime() - Date.parse(gatheredSince)) / 1000);
    const undecided = await this.suggestions.undecidedOf('scenario', scenario.id);
    const open = undecided.filter(({ status }) => status === 'OPEN');
    const recommended = open.filter(({ band }) => band === 'RECOMMENDED').length;
    const ids = { scenarioId: scenario.id, proposed: open.length, recommended, gatheredSince };
    await this.outbox.record(
      { name: 'suggestion.proposed', subjectId: scenario.id, revision: scenario.revision, ids },
      systemActor(scenario.districtCode),
      { holdSeconds: Math.max(0, Math.min(GATHER_SECONDS, this.env.DECISION_HOLD_SECONDS, left)) },
    );
  }
}
