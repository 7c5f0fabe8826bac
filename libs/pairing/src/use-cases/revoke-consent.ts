import { Injectable } from '@nestjs/common';
import type { Actor, ConsentResultView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { endsAlone, isHopeless, type Consent } from '../domain/consent';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentRepository } from '../domain/consent.repository';
import type { Pairing } from '../domain/pairing';
import { ConsentSteps, consentResult } from './consent-steps';
import { OwnConsent, type PartyOrder } from './own-consent';

export interface RevokeOrder extends PartyOrder {
  reason: string;
}

/**
 * 撤回同意, at any time: contacts are hidden in the same transaction. Before an introduction it counts as a no.
 * Throws 404 for pairings of others, 409 NOTHING_TO_REVOKE or ANOTHER_ROUND.
 */
@Injectable()
export class RevokeConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentRepository,
    private readonly party: OwnConsent,
    private readonly steps: ConsentSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(order: RevokeOrder): Promise<ConsentResultView> {
    return this.unitOfWork.run(async () => {
      const { actor, reason } = order;
      const { pairing, own, all } = await this.party.lock(order);
      const answer = consentResult({ id: pairing.id, status: 'DECLINED' }, { status: 'REVOKED', standsAt: null }, this.clock.now());
      if (own.status === 'REVOKED') return answer;
      if (own.status !== 'AGREED') throw CONSENT_ERRORS.nothingToRevoke(own.status);
      const revoked = await this.revoke(own, actor, reason);
      await this.follow(pairing, revoked, all.map((one) => (one.id === own.id ? revoked : one)), actor);
      return answer;
    });
  }

  private async revoke(own: Consent, actor: Actor, reason: string): Promise<Consent> {
    const at = this.clock.now();
    // A yes nobody has heard of needs no news of its own.
    await this.outbox.withdraw(own.id, 'consent.answered');
    const changes = { status: 'REVOKED' as const, revokedAt: at, reason };
    await this.steps.settle(own, changes, { event: 'revoke', actorAccountId: actor.accountId, note: reason, at });
    await this.outbox.record(
      { name: 'consent.revoked', subjectId: own.id, revision: own.version + 1, ids: { pairingId: own.pairingId } },
      actor,
    );
    return { ...own, ...changes, version: own.version + 1 };
  }

  private async follow(pairing: Pairing, own: Consent, all: Consent[], actor: Actor): Promise<void> {
    const at = this.clock.now();
    const step = { actorAccountId: actor.accountId, note: own.reason, at };
    const introductionId = await this.consents.closeIntroduction(pairing.id, step);
    if (introductionId) {
      const event = { name: 'introduction.closed' as const, subjectId: introductionId, revision: pairing.round, ids: { pairingId: pairing.id } };
      await this.outbox.record(event, actor);
    } else if (pairing.status === 'ASKING' || pairing.status === 'STALLED') {
      if (endsAlone(own)) await this.steps.decline(pairing, { ...step, event: 'refuse', actorAccountId: null }, actor, own.reason);
      else if (pairing.status === 'ASKING' && isHopeless(all)) await this.steps.stall(pairing, at, '有成员撤回同意，请调整成员或结束');
    }
  }
}
