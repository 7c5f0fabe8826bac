import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { isHeld } from '../domain/consent';
import { ConsentRepository } from '../domain/consent.repository';
import { PairingRepository } from '../domain/pairing.repository';
import { CONTACTS_STAY_MS } from '../domain/pairing-status';
import { ConsentSteps } from './consent-steps';
import { SettleAnswers } from './settle-answers';

/** At most so many of each kind in one sweep; the next one goes on. */
const AT_ONCE = 200;

/** What time alone brings: answers that stand, back to the matchmaker after ten working days, one reminder after five, contacts closed in the end. */
@Injectable()
export class SweepConsents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly steps: ConsentSteps,
    private readonly settleAnswers: SettleAnswers,
    private readonly outbox: Outbox,
  ) {}

  /** Each in a transaction of its own, so that one fault keeps nothing else back. Answers how many were seen to. */
  async execute(now: Date): Promise<number> {
    let done = 0;
    // First, so that whoever answered in time is introduced: a job that was to do it may have been lost.
    for (const id of await this.consents.toSettle(now, AT_ONCE)) done += Number(await this.settleAnswers.execute(id));
    // Stalling next: who is past the tenth day is not reminded any more.
    for (const { id } of await this.pairings.overdue(now, AT_ONCE)) done += await this.stall(id, now);
    for (const { id, pairingId } of await this.consents.toRemind(now, AT_ONCE)) done += await this.remind(id, pairingId, now);
    const long = new Date(now.getTime() - CONTACTS_STAY_MS);
    for (const id of await this.consents.openAfterEnd(long, AT_ONCE)) done += await this.closeContacts(id, now);
    return done;
  }

  private stall(pairingId: string, now: Date): Promise<number> {
    return this.unitOfWork.run(async () => {
      const pairing = await this.pairings.lock(pairingId);
      if (pairing?.status !== 'ASKING' || !pairing.dueAt || pairing.dueAt > now) return 0;
      const answers = await this.consents.ofRound(pairing.id, pairing.round);
      // An answer that can still be changed was given in time: the next sweep sees what it came to.
      if (answers.some((one) => isHeld(one, now))) return 0;
      await this.steps.stall(pairing, now, '逾期未答复，请电话跟进');
      return 1;
    });
  }

  private remind(consentId: string, pairingId: string, now: Date): Promise<number> {
    return this.unitOfWork.run(async () => {
      const pairing = await this.pairings.lock(pairingId);
      const consent = await this.consents.byId(consentId);
      if (pairing?.status !== 'ASKING' || consent?.status !== 'ASKED' || consent.remindedAt) return 0;
      const step = { event: 'remind' as const, actorAccountId: null, note: '', at: now };
      if (!(await this.consents.move(consent, { remindedAt: now }, step))) return 0;
      await this.outbox.record(
        { name: 'consent.reminded', subjectId: consent.id, revision: consent.version + 1, ids: { pairingId } },
        systemActor(pairing.districtCode),
      );
      return 1;
    });
  }

  private closeContacts(pairingId: string, now: Date): Promise<number> {
    return this.unitOfWork.run(async () => {
      const pairing = await this.pairings.lock(pairingId);
      if (!pairing || pairing.dueAt) return 0;
      const introductionId = await this.consents.closeIntroduction(pairingId, { actorAccountId: null, note: '结束满180天', at: now });
      if (!introductionId) return 0;
      await this.outbox.record(
        { name: 'introduction.closed', subjectId: introductionId, revision: pairing.round, ids: { pairingId } },
        systemActor(pairing.districtCode),
      );
      return 1;
    });
  }
}
