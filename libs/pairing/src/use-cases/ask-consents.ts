import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock, endOfDayInShanghai, WorkingDays } from '@mantianxing/platform';
import { ConsentRepository, type NewConsent } from '../domain/consent.repository';
import type { Pairing, PairingMember } from '../domain/pairing';
import { PairingRepository } from '../domain/pairing.repository';
import { ANSWER_WORKING_DAYS, REMIND_WORKING_DAYS } from '../domain/pairing-status';

export interface AskOrder {
  pairingId: string;
  round: number;
  /** The unit whose scenario it is, read by the caller: this lib may not know the other one. */
  demandOrganizationId: string;
}

/** 征询: each side of a round once, however often the job comes. */
@Injectable()
export class AskConsents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  /** Answers how many were asked: 0 when the round was asked before, is over, or the pairing has ended meanwhile. */
  execute({ pairingId, round, demandOrganizationId }: AskOrder): Promise<number> {
    return this.unitOfWork.run(async () => {
      const pairing = await this.pairings.lock(pairingId);
      if (!pairing || pairing.status !== 'ASKING' || pairing.round !== round) return 0;
      if ((await this.consents.ofRound(pairingId, round)).length > 0) return 0;
      const order = await this.orderOf(pairing);
      const asked = partiesOf(demandOrganizationId, await this.pairings.membersOf(pairingId)).map((party) => ({ ...order, ...party }));
      const ids = await this.consents.ask(asked);
      for (const subjectId of ids) {
        const event = { name: 'consent.asked' as const, subjectId, revision: 1, ids: { pairingId } };
        await this.outbox.record(event, systemActor(pairing.districtCode));
      }
      return ids.length;
    });
  }

  private async orderOf({ id, districtCode, scenarioId, round }: Pairing): Promise<Omit<NewConsent, 'organizationId' | 'side' | 'isLead'>> {
    const askedAt = this.clock.now();
    return {
      ...{ districtCode, pairingId: id, scenarioId, round, askedAt },
      remindAt: await this.workingDays.after(askedAt, REMIND_WORKING_DAYS),
      dueAt: endOfDayInShanghai(await this.workingDays.after(askedAt, ANSWER_WORKING_DAYS)),
    };
  }
}

/** The unit and each firm once; who stands on both sides is asked as the unit. */
function partiesOf(demandId: string, members: readonly PairingMember[]): Pick<NewConsent, 'organizationId' | 'side' | 'isLead'>[] {
  const firms = [...new Set(members.map(({ firmId }) => firmId))].filter((firmId) => firmId !== demandId);
  const leads = new Set(members.filter(({ isLead }) => isLead).map(({ firmId }) => firmId));
  return [
    { organizationId: demandId, side: 'DEMAND', isLead: false },
    ...firms.map((organizationId) => ({ organizationId, side: 'SUPPLY' as const, isLead: leads.has(organizationId) })),
  ];
}
