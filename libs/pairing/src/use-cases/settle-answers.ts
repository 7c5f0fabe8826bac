import { Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import { endsAlone, everyYes, isHeld, isHopeless, type Consent } from '../domain/consent';
import { ConsentRepository } from '../domain/consent.repository';
import type { Pairing } from '../domain/pairing';
import { PairingRepository } from '../domain/pairing.repository';
import type { PairingStatus } from '../domain/pairing-status';
import { ConsentSteps } from './consent-steps';

/**
 * What answers lead to, once they stand: an introduction, an end, or back to the matchmaker. The pairing is locked
 * first: of two last answers at one moment the second sees the first, and both are introduced exactly once.
 */
@Injectable()
export class SettleAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairings: PairingRepository,
    private readonly consents: ConsentRepository,
    private readonly steps: ConsentSteps,
    private readonly clock: Clock,
  ) {}

  /** Harmless however often it is asked for: what has been settled, and what can still be taken back, is left. True when it moved. */
  execute(pairingId: string): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const pairing = await this.pairings.lock(pairingId);
      if (pairing?.status !== 'ASKING') return false;
      const all = await this.consents.ofRound(pairing.id, pairing.round);
      return (await this.conclude(pairing, all, systemActor(pairing.districtCode))) !== 'ASKING';
    });
  }

  /** Inside a transaction that holds the pairing's lock; `all`: the consents of its round as they are now. Answers its state. */
  async conclude(pairing: Pairing, all: readonly Consent[], actor: Actor): Promise<PairingStatus> {
    const at = this.clock.now();
    const no = all.find((one) => one.status === 'DECLINED' && endsAlone(one) && !isHeld(one, at));
    if (no) {
      await this.steps.decline(pairing, { event: 'refuse', actorAccountId: null, note: no.reason, at }, actor, no.reason);
      return 'DECLINED';
    }
    if (all.some((one) => one.status === 'ASKED' || isHeld(one, at))) return pairing.status;
    if (everyYes(all)) {
      await this.steps.introduce(pairing, at);
      return 'INTENT';
    }
    if (!isHopeless(all)) return pairing.status;
    await this.steps.stall(pairing, at, '有成员暂不对接，请调整成员或结束');
    return 'STALLED';
  }
}
