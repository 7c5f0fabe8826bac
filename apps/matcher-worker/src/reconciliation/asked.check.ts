import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { jobOf } from '@mantianxing/contracts';
import { JobLedger, OutboxFeed } from '@mantianxing/outbox';
import { FindOpenSides } from '@mantianxing/pairing';
import { JobQueue } from '@mantianxing/queue';
import { PromiseCheck, SETTLED_MS, type Findings } from './promise-check';
import { withoutUnfinished } from './without-unfinished';

/** Both sides of every pairing formed have been asked, once its approval can no longer be undone. */
@Injectable()
export class ConsentsAskedCheck extends PromiseCheck {
  override readonly name = 'ask-consents';
  override readonly label = '已成立的配对都征询过双方';

  constructor(
    private readonly openSides: FindOpenSides,
    private readonly feed: OutboxFeed,
    private readonly ledger: JobLedger,
    private readonly jobs: JobQueue,
  ) {
    super();
  }

  override async look(now: Date): Promise<Findings> {
    const { scenarioIds } = await this.openSides.ofPairings();
    const unasked = await this.openSides.unasked(new Date(now.getTime() - SETTLED_MS));
    const held = await this.feed.waitingSubjects(unasked.map(({ pairingId }) => pairingId));
    const asks = unasked.filter(({ pairingId }) => !held.has(pairingId)).map((one) => jobOf('ask-consents', { eventId: randomUUID(), ...one }));
    const lost = await withoutUnfinished(this.ledger, asks);
    return { compared: scenarioIds.length + unasked.length, found: lost.length, mend: async () => (await this.jobs.add(lost), lost.length) };
  }
}
