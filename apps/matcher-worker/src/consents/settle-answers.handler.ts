import { Injectable } from '@nestjs/common';
import type { Job, JobPayloads } from '@mantianxing/contracts';
import { SettleAnswers } from '@mantianxing/pairing';
import { JobHandler } from '@mantianxing/queue';

/** Step 10 of the journey: answers that can no longer be taken back lead to an introduction, to an end, or to the matchmaker. */
@Injectable()
export class SettleAnswersHandler extends JobHandler<'settle-answers'> {
  override readonly name = 'settle-answers';

  constructor(private readonly settleAnswers: SettleAnswers) {
    super();
  }

  override async handle({ pairingId }: JobPayloads['settle-answers']): Promise<Job[]> {
    await this.settleAnswers.execute(pairingId);
    return [];
  }
}
