import { Injectable } from '@nestjs/common';
import type { ConsentResultView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentSteps, consentResult } from './consent-steps';
import { OwnConsent, type PartyOrder } from './own-consent';

/**
 * 改答复: an answer that nobody has heard of is taken back, and the question stands again until its day.
 * Throws 404 for pairings of others, 409 ANOTHER_ROUND or ANSWER_STANDS.
 */
@Injectable()
export class TakeBackAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly party: OwnConsent,
    private readonly steps: ConsentSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(order: PartyOrder): Promise<ConsentResultView> {
    return this.unitOfWork.run(async () => {
      const { pairing, own } = await this.party.lock(order);
      if (own.status === 'ASKED') return consentResult(pairing, own, this.clock.now());
      const isAnswer = own.status === 'AGREED' || own.status === 'DECLINED';
      if (pairing.status !== 'ASKING' || !isAnswer) throw CONSENT_ERRORS.stands(own.status);
      // The held event is the proof that nobody was told: no clock decides.
      if ((await this.outbox.withdraw(own.id, 'consent.answered')) === 0) throw CONSENT_ERRORS.stands(own.status);
      const asked = {
        ...{ status: 'ASKED' as const, answeredAt: null, answeredBy: null, answeredVia: null, standsAt: null, reason: '' },
        ...{ dueAt: pairing.dueAt, ownerRole: 'X' },
      };
      const at = this.clock.now();
      await this.steps.change(own, asked, { event: 'retract', actorAccountId: order.actor.accountId, note: '', at });
      const event = { name: 'consent.retracted' as const, subjectId: own.id, revision: own.version + 1, ids: { pairingId: pairing.id } };
      await this.outbox.record(event, order.actor);
      return consentResult(pairing, { ...own, ...asked }, at);
    });
  }
}
