import { Inject, Injectable } from '@nestjs/common';
import { lettersOf, type Actor, type DecisionView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, ENV, WorkingDays, type Env } from '@mantianxing/platform';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { AT_REST, PairingRepository } from '../domain/pairing.repository';
import type { Suggestion } from '../domain/suggestion';
import { REVIEW_WORKING_DAYS } from '../domain/suggestion-status';
import { SuggestionRepository, type NamedReview } from '../domain/suggestion.repository';
import { decisionView, undoUntil } from './decision-view';
import { HoldSteps } from './hold-steps';
import { Recusals } from './recusals';

/** 撤销: one's own decision, within ten minutes, while nobody has been told. */
@Injectable()
export class UndoDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly pairings: PairingRepository,
    private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
    private readonly workingDays: WorkingDays,
    private readonly holds: HoldSteps,
    private readonly recusals: Recusals,
  ) {}

  execute(actor: Actor, suggestionId: string, version: number): Promise<DecisionView> {
    return this.unitOfWork.run(async () => {
      const { row, review } = await this.begin(actor, suggestionId, version);
      // Before the row, in the order of a matching run, or the two could lock each other out.
      const rows = await this.suggestions.lockScenario(row.scenarioId);
      const now = this.clock.now();
      if (review.decision === 'APPROVED') await this.takeBackPairing(row, actor, now);
      else if (now > undoUntil(review, this.env.DECISION_HOLD_SECONDS)) throw PAIRING_ERRORS.tooLateToUndo();
      await this.suggestions.markUndone(review.id, now);
      const open = { status: 'OPEN' as const, ownerRole: 'M', dueAt: await this.workingDays.after(now, REVIEW_WORKING_DAYS) };
      const step = { event: 'undo' as const, actorAccountId: actor.accountId, note: '', at: now };
      if (!(await this.suggestions.move(row, open, step))) throw PAIRING_ERRORS.lostRace(row);
      const subject = { subjectId: row.id, revision: row.version + 1 };
      await this.outbox.record({ name: 'suggestion.undone', ...subject, ids: { scenarioId: row.scenarioId } }, actor);
      await this.holds.settle(rows, actor);
      return decisionView({ ...row, status: 'OPEN', version: row.version + 1 }, null, 0);
    });
  }

  private async begin(
    actor: Actor,
    suggestionId: string,
    version: number,
  ): Promise<{ row: Suggestion; review: NamedReview }> {
    const row = await this.suggestions.byId(suggestionId);
    if (!row || row.districtCode !== actor.districtCode) throw PAIRING_ERRORS.notFound();
    if (!lettersOf(actor).has('M')) throw PAIRING_ERRORS.forbidden();
    await this.recusals.refuse(actor, row);
    const review = await this.suggestions.standingReview(row.id, row.opening);
    if (!review || row.version !== version) throw PAIRING_ERRORS.lostRace({ status: row.status, version: row.version });
    if (review.accountId !== actor.accountId) throw PAIRING_ERRORS.notYours();
    return { row, review };
  }

  /** The held event is the proof that nothing was sent: once the relay has it, undo is refused. */
  private async takeBackPairing(row: Suggestion, actor: Actor, at: Date): Promise<void> {
    const formed = await this.pairings.ofSuggestion(row.id, row.opening);
    const pairing = formed && (await this.pairings.lock(formed.id));
    if (!pairing || (await this.outbox.withdraw(pairing.id, 'pairing.formed')) === 0) throw PAIRING_ERRORS.tooLateToUndo();
    const step = { event: 'undo' as const, actorAccountId: actor.accountId, note: '', at };
    const undone = { ...AT_REST, status: 'UNDONE' as const };
    if (pairing.status !== 'ASKING' || !(await this.pairings.move(pairing, undone, step))) throw PAIRING_ERRORS.tooLateToUndo();
    const { scenarioId } = row;
    await this.outbox.record(
      { name: 'pairing.undone', subjectId: pairing.id, revision: pairing.version + 1, ids: { scenarioId } },
      actor,
    );
  }
}
