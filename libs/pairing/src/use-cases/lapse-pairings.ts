import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { AT_REST, PairingRepository } from '../domain/pairing.repository';
import { pairingAfter } from '../domain/pairing-status';
import { ConsentSteps } from './consent-steps';

/** A side has left before both had agreed: the pairing ends, its consents are void, and who was asked is told. */
@Injectable()
export class LapsePairings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairings: PairingRepository,
    private readonly steps: ConsentSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(kind: 'scenario' | 'capability', subjectId: string): Promise<number> {
    let lapsed = 0;
    for (const { id } of await this.pairings.unansweredOf(kind, subjectId)) lapsed += await this.lapse(id);
    return lapsed;
  }

  private lapse(id: string): Promise<number> {
    return this.unitOfWork.run(async () => {
      const pairing = await this.pairings.lock(id);
      if (!pairing || !pairingAfter(pairing.status, 'lapse')) return 0;
      const step = { event: 'lapse' as const, actorAccountId: null, note: '', at: this.clock.now() };
      await this.steps.move(pairing, { ...AT_REST, status: 'LAPSED' }, step);
      await this.steps.voidAll(pairing, step.at);
      // Held messages of an approval nobody has heard of yet go with it: nobody was asked, so nobody is told.
      await this.outbox.withdraw(pairing.id, 'pairing.formed');
      const { scenarioId, version } = pairing;
      await this.outbox.record(
        { name: 'pairing.lapsed', subjectId: pairing.id, revision: version + 1, ids: { scenarioId } },
        systemActor(pairing.districtCode),
      );
      return 1;
    });
  }
}
