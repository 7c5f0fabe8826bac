import { Inject, Injectable } from '@nestjs/common';
import { lettersOf, type Actor, type DecisionView, type REJECT_REASON } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, endOfDayInShanghai, ENV, WorkingDays, type Env } from '@mantianxing/platform';
import { ANSWER_WORKING_DAYS } from '../domain/pairing-status';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { PairingRepository } from '../domain/pairing.repository';
import type { Decision, Suggestion } from '../domain/suggestion';
import { SuggestionRepository } from '../domain/suggestion.repository';
import { decisionView } from './decision-view';
import { Recusals } from './recusals';

/** Facts of the other libs, read by the controller in the moment of the decision. */
export interface SidesNow {
  scenarioLive: boolean;
  capabilityLive: boolean;
}

export interface ReviewOrder {
  actor: Actor;
  suggestionId: string;
  version: number;
  note: string;
}

/** 通过 and 驳回: exactly one of two people deciding the same opening wins, the other gets 409 with the name. */
@Injectable()
export class ReviewSuggestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: SuggestionRepository,
    private readonly pairings: PairingRepository,
    private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
    private readonly workingDays: WorkingDays,
    private readonly recusals: Recusals,
  ) {}

  async approve(order: ReviewOrder, sides: SidesNow): Promise<DecisionView> {
    const row = await this.begin(order);
    if (!sides.scenarioLive) throw PAIRING_ERRORS.sideLeft('场景');
    if (!sides.capabilityLive) throw PAIRING_ERRORS.sideLeft('能力');
    if (row.toVerify.length > 0 && !order.note) throw PAIRING_ERRORS.evidenceWanted(row.toVerify);
    return this.unitOfWork.run(async () => {
      await this.decide(row, 'APPROVED', null, order);
      const pairingId = await this.formPairing(row, order.actor);
      const hold = { holdSeconds: this.env.DECISION_HOLD_SECONDS };
      const { scenarioId } = row;
      const subject = { subjectId: row.id, revision: row.version + 1 };
      await this.outbox.record({ name: 'suggestion.approved', ...subject, ids: { scenarioId, pairingId } }, order.actor);
      await this.outbox.record(
        { name: 'pairing.formed', subjectId: pairingId, revision: 1, ids: { scenarioId, round: 1 } },
        order.actor,
        hold,
      );
      return this.answer(row, 'APPROVED');
    });
  }

  async reject(order: ReviewOrder, reasonCode: keyof typeof REJECT_REASON): Promise<DecisionView> {
    const row = await this.begin(order);
    if (reasonCode === 'OTHER' && !order.note) throw PAIRING_ERRORS.noteWanted();
    return this.unitOfWork.run(async () => {
      await this.decide(row, 'REJECTED', reasonCode, order);
      const subject = { subjectId: row.id, revision: row.version + 1 };
      await this.outbox.record(
        { name: 'suggestion.rejected', ...subject, ids: { scenarioId: row.scenarioId } },
        order.actor,
      );
      return this.answer(row, 'REJECTED');
    });
  }

  private async begin({ actor, suggestionId, version }: ReviewOrder): Promise<Suggestion> {
    const row = await this.suggestions.byId(suggestionId);
    if (!row || row.districtCode !== actor.districtCode) throw PAIRING_ERRORS.notFound();
    if (!lettersOf(actor).has('M')) throw PAIRING_ERRORS.forbidden();
    await this.recusals.refuse(actor, row);
    if (row.status !== 'OPEN' || row.version !== version) throw await this.lostRace(row.id);
    return row;
  }

  private async decide(row: Suggestion, decision: Decision, reasonCode: string | null, order: ReviewOrder): Promise<void> {
    const at = this.clock.now();
    const { score, band, reasons, missing, toVerify, scoreVersion, scenarioDigest, capabilityDigests } = row;
    const step = {
      event: decision === 'APPROVED' ? ('approve' as const) : ('reject' as const),
      actorAccountId: order.actor.accountId,
      note: order.note,
      at,
    };
    const moved = await this.suggestions.move(row, { status: decision, dueAt: null, ownerRole: null }, step);
    if (!moved) throw await this.lostRace(row.id);
    await this.suggestions.insertReview({
      suggestionId: row.id,
      opening: row.opening,
      decision,
      reasonCode,
      note: order.note,
      features: { score, band, reasons, missing, toVerify, scoreVersion, scenarioDigest, capabilityDigests },
      accountId: order.actor.accountId,
      decidedAt: at,
    });
  }

  private async formPairing(row: Suggestion, actor: Actor): Promise<string> {
    // Of two decisions at one moment the table's key refuses the later one; this one can say who it is.
    const engaged = await this.pairings.engagedFirms(row.scenarioId, row.firmIds);
    if (engaged.length > 0) throw PAIRING_ERRORS.alreadyPaired(engaged);
    const at = this.clock.now();
    return this.pairings.form({
      districtCode: row.districtCode,
      scenarioId: row.scenarioId,
      suggestionId: row.id,
      opening: row.opening,
      matchmakerAccountId: actor.accountId,
      nextAction: '征询双方意愿',
      dueAt: endOfDayInShanghai(await this.workingDays.after(at, ANSWER_WORKING_DAYS)),
      members: row.capabilityIds.map((capabilityId, index) => ({
        capabilityId,
        firmId: row.firmIds[index] as string,
        isLead: index === 0,
      })),
      at,
    });
  }

  private answer(row: Suggestion, decision: Decision): DecisionView {
    const review = { decision, decidedAt: this.clock.now() };
    return decisionView({ ...row, status: decision, version: row.version + 1 }, review, this.env.DECISION_HOLD_SECONDS);
  }

  private async lostRace(id: string): Promise<Error> {
    const row = await this.suggestions.byId(id);
    if (!row) return PAIRING_ERRORS.notFound();
    const review = await this.suggestions.standingReview(id, row.opening);
    return PAIRING_ERRORS.lostRace({
      status: row.status,
      version: row.version,
      ...(review && { decidedBy: review.decidedBy, decidedAt: review.decidedAt.toISOString() }),
    });
  }
}
