import { Injectable } from '@nestjs/common';
import { systemActor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Outbox } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import { PairingRepository } from '../domain/pairing.repository';

/** A side has left while it was still being asked: the pairing ends, and both sides are told. */
@Injectable()
export class LapsePairings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairings: PairingRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(kind: 'scenario' | 'capability', subjectId: string): Promise<number> {
    return this.unitOfWork.run(async () => {
      let lapsed = 0;
      for (const pairing of await this.pairings.askingOf(kind, subjectId)) {
        const step = { event: 'lapse' as const, actorAccountId: null, note: '', at: this.clock.now() };
        if (!(await this.pairings.end(pairing, 'LAPSED', step))) continue;
        lapsed += 1;
        // Held messages of an approval nobody has heard of yet go with it: then there is nothing to tell.
        if ((await this.outbox.withdraw(pairing.id, 'pairing.formed')) > 0) continue;
        const { scenarioId, version } = pairing;
        await this.outbox.record(
          { name: 'pairing.lapsed', subjectId: pairing.id, revision: version + 1, ids: { scenarioId } },
          systemActor(pairing.districtCode),
        );
      }
      return lapsed;
    });
  }
}
