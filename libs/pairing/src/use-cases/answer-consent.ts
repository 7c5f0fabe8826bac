import { Injectable } from '@nestjs/common';
import { type ConsentAnswer, type ConsentResultView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import type { AnsweredVia, Consent } from '../domain/consent';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentRepository } from '../domain/consent.repository';
import type { Pairing } from '../domain/pairing';
import { ConsentSteps, consentResult } from './consent-steps';
import { OwnConsent, type PartyOrder } from './own-consent';
import { SettleAnswers } from './settle-answers';

export interface AnswerOrder extends PartyOrder {
  answer: ConsentAnswer;
  reason: string;
  via: AnsweredVia;
}

/**
 * 同意对接 or 暂不对接. An organization's first answer counts, and can be taken back for as long as decisions are held
 * (`TakeBackAnswer`): what it leads to waits that long. Saying the same again changes nothing.
 * Throws 404 for pairings of others, 409 ANOTHER_ROUND, ALREADY_ANSWERED or ASKING_OVER.
 */
@Injectable()
export class AnswerConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentRepository,
    private readonly party: OwnConsent,
    private readonly steps: ConsentSteps,
    private readonly settleAnswers: SettleAnswers,
    private readonly clock: Clock,
  ) {}

  execute(order: AnswerOrder): Promise<ConsentResultView> {
    return this.unitOfWork.run(async () => {
      const { pairing, own, all } = await this.party.lock(order);
      const status = order.answer === 'AGREE' ? ('AGREED' as const) : ('DECLINED' as const);
      if (own.status === status) return consentResult(pairing, own, this.clock.now());
      if (own.status !== 'ASKED') throw await this.refusal(pairing, own);
      if (pairing.status !== 'ASKING') throw CONSENT_ERRORS.closed(pairing.status);
      const answered = await this.answer(own, status, order);
      const now = all.map((one) => (one.id === own.id ? answered : one));
      const after = await this.settleAnswers.conclude(pairing, now, order.actor);
      return consentResult({ ...pairing, status: after }, answered, this.clock.now());
    });
  }

  private async refusal(pairing: Pairing, own: Consent): Promise<Error> {
    if (!own.answeredAt || own.status === 'VOID') return CONSENT_ERRORS.closed(pairing.status);
    const [named] = (await this.consents.ofPairings([pairing.id])).filter(({ id }) => id === own.id);
    return CONSENT_ERRORS.answered({ status: own.status, by: named?.answeredByName ?? '', at: own.answeredAt.toISOString() });
  }

  private async answer(own: Consent, status: 'AGREED' | 'DECLINED', { actor, reason, via }: AnswerOrder): Promise<Consent> {
    const at = this.clock.now();
    const answer = {
      ...{ status, answeredAt: at, answeredBy: actor.accountId, answeredVia: via, standsAt: this.steps.standsFrom(at) },
      reason: status === 'DECLINED' ? reason : '',
    };
    const event = status === 'AGREED' ? ('agree' as const) : ('decline' as const);
    await this.steps.settle(own, answer, { event, actorAccountId: actor.accountId, note: answer.reason, at });
    const answered = { ...own, ...answer, dueAt: null, ownerRole: null, version: own.version + 1 };
    await this.steps.recordAnswer(answered, actor);
    return answered;
  }
}
