import { Injectable } from '@nestjs/common';
import { lettersOf, PAIRING_STATUS, type Actor, type PairingStepView } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, endOfDayInShanghai, WorkingDays } from '@mantianxing/platform';
import { mayLeaveOut } from '../domain/consent';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentRepository } from '../domain/consent.repository';
import { firmKeyOf, type Pairing } from '../domain/pairing';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { AT_REST, PairingRepository } from '../domain/pairing.repository';
import { ANSWER_WORKING_DAYS, pairingAfter } from '../domain/pairing-status';
import { ConsentSteps } from './consent-steps';
import { partiesOf } from './read-consents';
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
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly steps: ConsentSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  reask(order: ReaskOrder, sides: SidesNow): Promise<PairingStepView> {
    return this.unitOfWork.run(async () => {
      const { actor, reason, leaveOut } = order;
      const pairing = await this.begin(order);
      const event = leaveOut.length > 0 ? ('changeMembers' as const) : ('reask' as const);
      if (!pairingAfter(pairing.status, event)) throw CONSENT_ERRORS.moved(pairing);
      if (pairing.status === 'DECLINED' && !reason) throw CONSENT_ERRORS.reasonWanted();
      if (!sides.scenarioLive) throw CONSENT_ERRORS.sideLeft('场景');
      if (!sides.capabilityLive) throw CONSENT_ERRORS.sideLeft('能力');
      const at = this.clock.now();
      await this.leaveOut(pairing, leaveOut, at);
      await this.steps.voidAll(pairing, at);
      const members = await this.pairings.membersOf(pairing.id);
      const engaged = await this.pairings.engagedFirms(pairing.scenarioId, members.map(({ firmId }) => firmId), pairing.id);
      if (engaged.length > 0) throw PAIRING_ERRORS.alreadyPaired(engaged);
      const round = pairing.round + 1;
      const waiting = {
        ...{ ownerRole: 'X', nextAction: '征询双方意愿', endReason: '', round },
        dueAt: endOfDayInShanghai(await this.workingDays.after(at, ANSWER_WORKING_DAYS)),
        memberKey: firmKeyOf(members),
      };
      await this.steps.move(pairing, { ...waiting, status: 'ASKING' }, { event, actorAccountId: actor.accountId, note: reason, at });
      const name = event === 'reask' ? ('pairing.reasked' as const) : ('pairing.members-changed' as const);
      const { id, version, scenarioId } = pairing;
      await this.outbox.record({ name, subjectId: id, revision: version + 1, ids: { scenarioId, round } }, actor);
      return stepView({ ...pairing, status: 'ASKING', version: version + 1 });
    });
  }

  /** Before an introduction 暂不对接, after it 未落地; the parties read the reason. */
  end(order: Omit<ReaskOrder, 'leaveOut'>): Promise<PairingStepView> {
    return this.unitOfWork.run(async () => {
      const { actor, reason } = order;
      const pairing = await this.begin(order);
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

  private async begin({ actor, pairingId, version }: Pick<ReaskOrder, 'actor' | 'pairingId' | 'version'>): Promise<Pairing> {
    const pairing = await this.pairings.lock(pairingId);
    if (!pairing || pairing.districtCode !== actor.districtCode) throw CONSENT_ERRORS.notFound();
    if (!lettersOf(actor).has('M')) throw (await this.mayKnow(pairing, actor)) ? CONSENT_ERRORS.forbidden() : CONSENT_ERRORS.notFound();
    if (pairing.version !== version) throw CONSENT_ERRORS.moved(pairing);
    return pairing;
  }

  private async mayKnow(pairing: Pairing, actor: Actor): Promise<boolean> {
    const own = partiesOf(actor);
    const asked = await this.consents.ofRound(pairing.id, pairing.round);
    return lettersOf(actor).has('C') || asked.some(({ organizationId }) => own.has(organizationId));
  }

  /** While sides are still being asked, only a member's no lets the matchmaker end it. */
  private async mayEnd(pairing: Pairing): Promise<boolean> {
    return pairing.status !== 'ASKING' || mayLeaveOut(await this.consents.ofRound(pairing.id, pairing.round)).length > 0;
  }

  private async leaveOut(pairing: Pairing, firmIds: readonly string[], at: Date): Promise<void> {
    if (firmIds.length === 0) return;
    const free = new Set(mayLeaveOut(await this.consents.ofRound(pairing.id, pairing.round)).map(({ organizationId }) => organizationId));
    if (!firmIds.every((firmId) => free.has(firmId))) throw CONSENT_ERRORS.notToBeLeftOut();
    await this.pairings.leaveOut(pairing.id, firmIds, at);
  }
}

const stepView = ({ id, version, status }: Pairing): PairingStepView => ({ id, version, status, statusLabel: PAIRING_STATUS[status] });
