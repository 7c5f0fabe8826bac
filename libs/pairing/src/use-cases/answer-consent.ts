import { Injectable } from '@nestjs/common';
import { CONSENT_STATUS, mayAct, type Actor, type ConsentAnswer, type ConsentResultView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { endsAlone, everyYes, isHopeless, ownAmong, type AnsweredVia, type Consent } from '../domain/consent';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentRepository } from '../domain/consent.repository';
import type { Pairing } from '../domain/pairing';
import { PairingRepository } from '../domain/pairing.repository';
import { ConsentSteps } from './consent-steps';

export interface AnswerOrder {
  actor: Actor;
  pairingId: string;
  /** Absent: the one organization of the actor that was asked. */
  organizationId?: string;
  round: number;
  answer: ConsentAnswer;
  reason: string;
  via: AnsweredVia;
}

/**
 * 同意对接 or 暂不对接. An organization's first answer counts; saying the same again changes nothing. The pairing is
 * locked first: of two last answers at one moment the second sees the first, and introduces exactly once.
 * Throws 404 for pairings of others, 409 ANOTHER_ROUND, ALREADY_ANSWERED or ASKING_OVER.
 */
@Injectable()
export class AnswerConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly steps: ConsentSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(order: AnswerOrder): Promise<ConsentResultView> {
    return this.unitOfWork.run(async () => {
      const { pairing, own, all } = await this.begin(order);
      const status = order.answer === 'AGREE' ? ('AGREED' as const) : ('DECLINED' as const);
      if (own.status === status) return result(pairing, status);
      if (own.status !== 'ASKED') throw await this.refusal(pairing, own);
      if (pairing.status !== 'ASKING') throw CONSENT_ERRORS.closed(pairing.status);
      const answered = await this.answer(own, status, order);
      return this.follow(pairing, answered, all.map((one) => (one.id === own.id ? answered : one)), order.actor);
    });
  }

  private async begin({ actor, pairingId, organizationId, round }: AnswerOrder): Promise<{ pairing: Pairing; own: Consent; all: Consent[] }> {
    const pairing = await this.pairings.lock(pairingId);
    if (!pairing || pairing.districtCode !== actor.districtCode) throw CONSENT_ERRORS.notFound();
    const asked = await this.consents.ofRound(pairingId, pairing.round);
    const own = ownAmong(asked, (one) => mayAct(actor, [one.side === 'DEMAND' ? 'D' : 'F'], one.organizationId), organizationId);
    if (!own) throw CONSENT_ERRORS.notFound();
    if (pairing.round !== round) throw CONSENT_ERRORS.newRound();
    return { pairing, own, all: asked };
  }

  private async refusal(pairing: Pairing, own: Consent): Promise<Error> {
    if (!own.answeredAt || own.status === 'VOID') return CONSENT_ERRORS.closed(pairing.status);
    const [named] = (await this.consents.ofPairings([pairing.id])).filter(({ id }) => id === own.id);
    return CONSENT_ERRORS.answered({ status: own.status, by: named?.answeredByName ?? '', at: own.answeredAt.toISOString() });
  }

  private async answer(own: Consent, status: 'AGREED' | 'DECLINED', { actor, reason, via }: AnswerOrder): Promise<Consent> {
    const at = this.clock.now();
    const answer = {
      ...{ status, answeredAt: at, answeredBy: actor.accountId, answeredVia: via },
      reason: status === 'DECLINED' ? reason : '',
    };
    const event = status === 'AGREED' ? ('agree' as const) : ('decline' as const);
    await this.steps.settle(own, answer, { event, actorAccountId: actor.accountId, note: answer.reason, at });
    await this.outbox.record(
      { name: 'consent.answered', subjectId: own.id, revision: own.version + 1, ids: { pairingId: own.pairingId } },
      actor,
    );
    return { ...own, ...answer, version: own.version + 1 };
  }

  /** What the answer leads to for the pairing. */
  private async follow(pairing: Pairing, own: Consent, all: Consent[], actor: Actor): Promise<ConsentResultView> {
    const at = this.clock.now();
    if (own.status === 'DECLINED' && endsAlone(own)) {
      const step = { event: 'refuse' as const, actorAccountId: null, note: own.reason, at };
      await this.steps.decline(pairing, step, actor, own.reason);
    } else if (everyYes(all)) {
      await this.steps.introduce(pairing, at);
      return result({ ...pairing, status: 'INTENT' }, 'AGREED');
    } else if (isHopeless(all)) await this.steps.stall(pairing, at, '有成员暂不对接，请调整成员或结束');
    return result(pairing, own.status);
  }
}

const result = (pairing: Pairing, status: Consent['status']): ConsentResultView => ({
  pairingId: pairing.id,
  status,
  statusLabel: CONSENT_STATUS[status],
  introduced: pairing.status === 'INTENT',
});
