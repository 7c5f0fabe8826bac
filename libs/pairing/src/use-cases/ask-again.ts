import { Injectable } from '@nestjs/common';
import { lettersOf, PAIRING_STATUS, type Actor, type PairingStepView } from '@mantianxing/contracts';
import { Outbox } from '@mantianxing/outbox';
import { Clock, endOfDayInShanghai, WorkingDays } from '@mantianxing/platform';
import { mayLeaveOut } from '../domain/consent';
import { CONSENT_ERRORS } from '../domain/consent.errors';
import { ConsentRepository } from '../domain/consent.repository';
import { firmKeyOf, partiesIn, type Pairing } from '../domain/pairing';
import { PAIRING_ERRORS } from '../domain/pairing.errors';
import { PairingRepository } from '../domain/pairing.repository';
import { ANSWER_WORKING_DAYS } from '../domain/pairing-status';
import { ConsentSteps } from './consent-steps';
import { partiesOf } from './read-consents';
import { Recusals } from './recusals';

/** What a matchmaker's steps on a pairing have in common. Inside a transaction; `begin` takes the pairing's lock. */
@Injectable()
export class AskAgain {
  constructor(
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly steps: ConsentSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly recusals: Recusals,
  ) {}

  async begin({ actor, pairingId, version }: { actor: Actor; pairingId: string; version: number }): Promise<Pairing> {
    const pairing = await this.pairings.lock(pairingId);
    if (!pairing || pairing.districtCode !== actor.districtCode) throw CONSENT_ERRORS.notFound();
    if (!lettersOf(actor).has('M')) throw (await this.mayKnow(pairing, actor)) ? CONSENT_ERRORS.forbidden() : CONSENT_ERRORS.notFound();
    await this.recusals.refuse(actor, partiesIn(pairing));
    if (pairing.version !== version) throw CONSENT_ERRORS.moved(pairing);
    return pairing;
  }

  private async mayKnow(pairing: Pairing, actor: Actor): Promise<boolean> {
    const own = partiesOf(actor);
    const asked = await this.consents.ofRound(pairing.id, pairing.round);
    return lettersOf(actor).has('C') || asked.some(({ organizationId }) => own.has(organizationId));
  }

  async leaveOut(pairing: Pairing, firmIds: readonly string[]): Promise<void> {
    if (firmIds.length === 0) return;
    const free = new Set(mayLeaveOut(await this.consents.ofRound(pairing.id, pairing.round), this.clock.now()).map(({ organizationId }) => organizationId));
    if (!firmIds.every((firmId) => free.has(firmId))) throw CONSENT_ERRORS.notToBeLeftOut();
    await this.pairings.leaveOut(pairing.id, firmIds, this.clock.now());
  }

  /** A new round: whatever was answered before counts no more, and every present member and the unit are asked. */
  async ask(pairing: Pairing, { event, actor, reason }: { event: 'reask' | 'changeMembers'; actor: Actor; reason: string }): Promise<PairingStepView> {
    const at = this.clock.now();
    const { id, version, scenarioId } = pairing;
    await this.steps.voidAll(pairing, at);
    // An approval whose question is still held: it goes out with this round, so it can no longer be undone.
    await this.outbox.withdraw(id, 'pairing.formed');
    const members = await this.pairings.membersOf(id);
    const engaged = await this.pairings.engagedFirms(scenarioId, members.map(({ firmId }) => firmId), id);
    if (engaged.length > 0) throw PAIRING_ERRORS.alreadyPaired(engaged);
    const round = pairing.round + 1;
    const waiting = {
      ...{ ownerRole: 'X', nextAction: '征询双方意愿', endReason: '', round },
      dueAt: endOfDayInShanghai(await this.workingDays.after(at, ANSWER_WORKING_DAYS)),
      memberKey: firmKeyOf(members),
    };
    await this.steps.move(pairing, { ...waiting, status: 'ASKING' }, { event, actorAccountId: actor.accountId, note: reason, at });
    const name = event === 'reask' ? ('pairing.reasked' as const) : ('pairing.members-changed' as const);
    await this.outbox.record({ name, subjectId: id, revision: version + 1, ids: { scenarioId, round } }, actor);
    return stepView({ ...pairing, status: 'ASKING', version: version + 1 });
  }
}

export const stepView = ({ id, version, status }: Pairing): PairingStepView => ({ id, version, status, statusLabel: PAIRING_STATUS[status] });
