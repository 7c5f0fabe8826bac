import { Injectable } from '@nestjs/common';
import type { Actor, PairingStepView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { mayLeaveOut } from '../domain/consent';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentRepository } from '../domain/consent.repository';
import type { Pairing } from '../domain/pairing';
import { AT_REST } from '../domain/pairing.repository';
import { pairingAfter } from '../domain/pairing-status';
import { AskAgain, stepView } from './ask-again';
import { ConsentSteps } from './consent-steps';
import type { SidesNow } from './review-suggestion';

export interface ReaskOrder {
  actor: Actor;
  pairingId: string;
  version: number;
  reason: string;
  /** Member firms that said no and are not asked again. */
  leaveOut: readonly string[];
}

/**
 * 再次征询 and 结束, the matchmaker's two ways on. Each round asks everybody anew.
 * Throws 404, 403 for others than matchmakers, 409 LOST_RACE, SIDE_LEFT or ALREADY_PAIRED, 422 REASON_WANTED.
 */
@Injectable()
export class SteerPairing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentRepository,
    private readonly again: AskAgain,
    private readonly steps: ConsentSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  reask(order: ReaskOrder, sides: SidesNow): Promise<PairingStepView> {
    return this.unitOfWork.run(async () => {
      const { actor, reason, leaveOut } = order;
      const pairing = await this.again.begin(order);
      const event = leaveOut.length > 0 ? ('changeMembers' as const) : ('reask' as const);
      if (!pairingAfter(pairing.status, event)) throw CONSENT_ERRORS.moved(pairing);
      if (pairing.status === 'DECLINED' && !reason) throw CONSENT_ERRORS.reasonWanted();
      if (!sides.scenarioLive) throw CONSENT_ERRORS.sideLeft('场景');
      if (!sides.capabilityLive) throw CONSENT_ERRORS.sideLeft('能力');
      await this.again.leaveOut(pairing, leaveOut);
      return this.again.ask(pairing, { event, actor, reason });
    });
  }

  /** Before an introduction 暂不对接, after it 未落地; the parties read the reason. */
  end(order: Omit<ReaskOrder, 'leaveOut'>): Promise<PairingStepView> {
    return this.unitOfWork.run(async () => {
      const { actor, reason } = order;
      const pairing = await this.again.begin(order);
      const event = pairing.status === 'INTENT' ? ('close' as const) : ('drop' as const);
      const status = pairingAfter(pairing.status, event);
      if (!status || !(await this.mayEnd(pairing))) throw CONSENT_ERRORS.moved(pairing);
      const step = { event, actorAccountId: actor.accountId, note: reason, at: this.clock.now() };
      if (event === 'drop') await this.steps.decline(pairing, step, actor, reason);
      else {
        await this.steps.move(pairing, { ...AT_REST, status, endReason: reason }, step);
        const { id, version, scenarioId } = pairing;
        await this.outbox.record({ name: 'pairing.not-landed', subjectId: id, revision: version + 1, ids: { scenarioId } }, actor);
      }
      return stepView({ ...pairing, status, version: pairing.version + 1 });
    });
  }

  /** While sides are still being asked, only a member's no lets the matchmaker end it. */
  private async mayEnd(pairing: Pairing): Promise<boolean> {
    return pairing.status !== 'ASKING' || mayLeaveOut(await this.consents.ofRound(pairing.id, pairing.round), this.clock.now()).length > 0;
  }
}
