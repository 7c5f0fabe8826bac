import { Injectable } from '@nestjs/common';
import type { PairingStepView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import type { Pairing, PairingMember } from '../domain/pairing';
import { PairingRepository } from '../domain/pairing.repository';
import { pairingAfter } from '../domain/pairing-status';
import { AskAgain } from './ask-again';
import { Recusals } from './recusals';
import type { ReaskOrder } from './steer-pairing';
import type { SidesNow } from './review-suggestion';

/** A firm that joins, with the capability it brings. */
export type Newcomer = Pick<PairingMember, 'firmId' | 'capabilityId'>;

export interface ChangeMembersOrder extends ReaskOrder {
  takeIn: readonly Newcomer[];
  /** The unit whose scenario it is: it cannot be a member beside itself. */
  demandOrganizationId: string;
}

/**
 * 加入成员: newcomers join a pairing that has not been introduced, members that said no may leave at the same time, and
 * everybody is asked anew: nobody is introduced to a newcomer without everyone's yes, its own among them.
 * Throws 404, 403 for others than matchmakers, 409 LOST_RACE, SIDE_LEFT or ALREADY_PAIRED, 422 NOT_TO_BE_TAKEN_IN.
 */
@Injectable()
export class ChangeMembers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairings: PairingRepository,
    private readonly again: AskAgain,
    private readonly recusals: Recusals,
  ) {}

  execute(order: ChangeMembersOrder, sides: SidesNow): Promise<PairingStepView> {
    return this.unitOfWork.run(async () => {
      const { actor, leaveOut, reason } = order;
      const pairing = await this.again.begin(order);
      await this.recusals.refuse(actor, { scenarioId: pairing.scenarioId, firmIds: order.takeIn.map(({ firmId }) => firmId) });
      if (!pairingAfter(pairing.status, 'changeMembers')) throw CONSENT_ERRORS.moved(pairing);
      if (!sides.scenarioLive) throw CONSENT_ERRORS.sideLeft('场景');
      if (!sides.capabilityLive) throw CONSENT_ERRORS.sideLeft('能力');
      await this.again.leaveOut(pairing, leaveOut);
      await this.join(pairing, order);
      return this.again.ask(pairing, { event: 'changeMembers', actor, reason });
    });
  }

  private async join(pairing: Pairing, { takeIn, demandOrganizationId }: ChangeMembersOrder): Promise<void> {
    const members = await this.pairings.membersOf(pairing.id);
    const there = new Set([...members.map(({ firmId }) => firmId), demandOrganizationId]);
    const isNew = takeIn.every(({ firmId }) => !there.has(firmId)) && new Set(takeIn.map(({ firmId }) => firmId)).size === takeIn.length;
    if (!isNew || members.length + takeIn.length > MOST_MEMBERS) throw CONSENT_ERRORS.notToBeTakenIn();
    const engaged = await this.pairings.engagedFirms(pairing.scenarioId, takeIn.map(({ firmId }) => firmId), pairing.id);
    if (engaged.length > 0) throw PAIRING_ERRORS.alreadyPaired(engaged);
    await this.pairings.takeIn(pairing.id, takeIn);
  }
}

/** As many as a proposed 联合体 can have. */
const MOST_MEMBERS = 9;
