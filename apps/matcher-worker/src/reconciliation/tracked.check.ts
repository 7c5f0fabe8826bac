import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { jobOf } from '@mantianxing/contracts';
import { JobLedger } from '@mantianxing/outbox';
import { ReadPairings } from '@mantianxing/pairing';
import { dayInShanghai } from '@mantianxing/platform';
import { JobQueue } from '@mantianxing/queue';
import { NO_TALKS, ScenarioReader, stepFromTalks } from '@mantianxing/scenario';
import { hasSettled, PromiseCheck, type Findings } from './promise-check';
import { withoutUnfinished } from './without-unfinished';

/** Every open scenario stands where its pairings want it: in talks or not. */
@Injectable()
export class ScenariosTrackedCheck extends PromiseCheck {
  override readonly name = 'track-scenarios';
  override readonly label = '场景的进展与其配对一致';

  constructor(
    private readonly scenarios: ScenarioReader,
    private readonly pairings: ReadPairings,
    private readonly ledger: JobLedger,
    private readonly jobs: JobQueue,
  ) {
    super();
  }

  override async look(now: Date): Promise<Findings> {
    const talks = new Map((await this.pairings.talks()).map((one) => [one.scenarioId, one]));
    const rows = (await this.scenarios.liveMarks()).filter(({ id, status }) => status === 'IN_TALKS' || talks.has(id));
    const astray = rows.filter((row) => {
      const own = talks.get(row.id);
      const changedAt = own && own.changedAt > row.updatedAt ? own.changedAt : row.updatedAt;
      return stepFromTalks(row, own ?? NO_TALKS, dayInShanghai(now)) !== undefined && hasSettled(changedAt, now);
    });
    const asks = astray.map(({ id: scenarioId }) => jobOf('track-scenario', { eventId: randomUUID(), scenarioId }));
    const lost = await withoutUnfinished(this.ledger, asks);
    return { compared: rows.length, found: lost.length, mend: async () => (await this.jobs.add(lost), lost.length) };
  }
}
