import { Injectable } from '@nestjs/common';
import { Outbox } from '@mantianxing/outbox';
import type { Actor } from '@mantianxing/contracts';
import { Clock, WorkingDays } from '@mantianxing/platform';
import type { Suggestion } from '../domain/suggestion';
import { ENOUGH_APPROVED, REVIEW_WORKING_DAYS } from '../domain/suggestion-status';
import { SuggestionRepository } from '../domain/suggestion.repository';
import { TellReviewers } from './tell-reviewers';

/** A row as it stands after a step. */
export interface MovedRow {
  id: string;
  version: number;
}

/**
 * Puts a scenario's open suggestions to rest and takes them up again. A scenario rests for as long as one of them is
 * HELD. Inside a transaction that holds the scenario's lock (`SuggestionRepository.lockScenario`).
 */
@Injectable()
export class HoldSteps {
  constructor(
    private readonly suggestions: SuggestionRepository,
    private readonly reviewers: TellReviewers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  /** Holds the open ones among `rows`. A notice that has not gone out is taken back unless others are still open. */
  async hold(rows: readonly Suggestion[], actor: Actor): Promise<MovedRow[]> {
    const open = rows.filter(({ status }) => status === 'OPEN');
    const step = { event: 'hold' as const, actorAccountId: actor.accountId, note: '', at: this.clock.now() };
    const held: Suggestion[] = [];
    for (const row of open) {
      if (await this.suggestions.move(row, { status: 'HELD', dueAt: null, ownerRole: null }, step)) held.push(row);
    }
    const [first] = held;
    if (first) {
      const { scenarioId, scenarioRevision: revision } = first;
      const left = await this.suggestions.undecidedOf('scenario', scenarioId);
      if (left.every(({ status }) => status === 'HELD')) await this.outbox.withdraw(scenarioId, 'suggestion.proposed');
      await this.outbox.record({ name: 'suggestion.held', subjectId: scenarioId, revision, ids: { scenarioId, held: held.length } }, actor);
    }
    return held.map(after);
  }

  /** `because`: what reviewers read beside each, in Chinese; null leaves what stands there. */
  async release(rows: readonly Suggestion[], actor: Actor, because: string | null): Promise<MovedRow[]> {
    const held = rows.filter(({ status }) => status === 'HELD');
    const at = this.clock.now();
    const step = { event: 'release' as const, actorAccountId: actor.accountId, note: because ?? '', at };
    const open = {
      ...{ status: 'OPEN' as const, ownerRole: 'M', dueAt: await this.workingDays.after(at, REVIEW_WORKING_DAYS), openedAt: at },
      ...(because !== null && { reopenedBecause: because }),
    };
    const released: Suggestion[] = [];
    for (const row of held) if (await this.suggestions.move(row, open, step)) released.push(row);
    const [first] = released;
    if (first) await this.reviewers.tell({ id: first.scenarioId, districtCode: first.districtCode, revision: first.scenarioRevision });
    return released.map(after);
  }

  /**
   * 递补: a scenario at rest that has no longer enough is taken up again. Answers whether it still rests. `locked`: its
   * rows as the lock found them; they may have been rewritten since.
   */
  async settle(locked: readonly Suggestion[], actor: Actor): Promise<boolean> {
    const scenarioId = locked.find(({ status }) => status === 'HELD')?.scenarioId;
    if (!scenarioId) return false;
    if ((await this.approved(scenarioId)) >= ENOUGH_APPROVED) return true;
    await this.release(await this.suggestions.undecidedOf('scenario', scenarioId), actor, `递补：已通过的不足${ENOUGH_APPROVED}家，名额空出`);
    return false;
  }

  /** How many stand: approved, and not over since. */
  async approved(scenarioId: string): Promise<number> {
    return (await this.suggestions.approvedCounts([scenarioId])).get(scenarioId) ?? 0;
  }
}

const after = ({ id, version }: Suggestion): MovedRow => ({ id, version: version + 1 });
