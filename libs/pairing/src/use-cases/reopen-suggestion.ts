import { Injectable } from '@nestjs/common';
import { lettersOf, type DecisionView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock, WorkingDays } from '@mantianxing/platform';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { lastTime, type LastOutcome } from '../domain/rematch';
import type { Suggestion } from '../domain/suggestion';
import { REVIEW_WORKING_DAYS } from '../domain/suggestion-status';
import { SuggestionRepository } from '../domain/suggestion.repository';
import { decisionView } from './decision-view';
import { Recusals } from './recusals';
import type { ReviewOrder, SidesNow } from './review-suggestion';
import { TellReviewers } from './tell-reviewers';

/**
 * 重新提出: a matchmaker puts a pair before the reviewers once more, with a reason: one that was rejected, or whose pairing
 * is over. The decisions of earlier openings stay. Throws 404, 403 for others than matchmakers, 409 LOST_RACE or
 * SIDE_LEFT, 422 NOTE_WANTED.
 */
@Injectable()
export class ReopenSuggestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly reviewers: TellReviewers,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly recusals: Recusals,
  ) {}

  execute({ actor, suggestionId, version, note }: ReviewOrder, sides: SidesNow): Promise<DecisionView> {
    return this.unitOfWork.run(async () => {
      const row = await this.suggestions.byId(suggestionId);
      if (!row || row.districtCode !== actor.districtCode) throw PAIRING_ERRORS.notFound();
      if (!lettersOf(actor).has('M')) throw PAIRING_ERRORS.forbidden();
      await this.recusals.refuse(actor, row);
      const last = await this.lastOf(row);
      if (!last || row.version !== version) throw PAIRING_ERRORS.lostRace(row);
      if (!sides.scenarioLive) throw PAIRING_ERRORS.sideLeft('场景');
      if (!sides.capabilityLive) throw PAIRING_ERRORS.sideLeft('能力');
      if (!note) throw PAIRING_ERRORS.reopenReasonWanted();
      const at = this.clock.now();
      const open = {
        ...{ status: 'OPEN' as const, opening: row.opening + 1, openedAt: at, ownerRole: 'M' },
        dueAt: await this.workingDays.after(at, REVIEW_WORKING_DAYS),
        reopenedBecause: `再次出现：${actor.name}重新提出：${note}${lastTime(last)}`,
      };
      const step = { event: 'reopen' as const, actorAccountId: actor.accountId, note, at };
      if (!(await this.suggestions.move(row, open, step))) throw PAIRING_ERRORS.lostRace(row);
      await this.reviewers.tell({ id: row.scenarioId, districtCode: row.districtCode, revision: row.scenarioRevision });
      return decisionView({ ...row, status: 'OPEN', version: row.version + 1 }, null, 0);
    });
  }

  /** What became of it; undefined where it still stands before somebody. */
  private async lastOf({ id, status, opening }: Suggestion): Promise<LastOutcome | undefined> {
    if (status === 'REJECTED') return (await this.suggestions.standingReview(id, opening)) ?? { reasonCode: null };
    return status === 'APPROVED' ? (await this.suggestions.endedPairings([id])).get(id) : undefined;
  }
}
