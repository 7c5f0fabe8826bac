import { Injectable } from '@nestjs/common';
import { DueNotices } from '@mantianxing/outbox';
import { PairingRepository } from '../domain/pairing.repository';

/** The matchmaker is told on the day a pairing is due, the coordinator two weeks later. ASKING ones are swept by their consents. */
@Injectable()
export class TellDuePairings {
  constructor(
    private readonly pairings: PairingRepository,
    private readonly notices: DueNotices,
  ) {}

  /** Answers how many were told. */
  execute(now: Date): Promise<number> {
    return this.notices.tell('pairing', this.pairings, now);
  }
}
