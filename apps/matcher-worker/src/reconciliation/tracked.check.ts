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

/** The sweep has had its turn by then, in milliseconds after a day has begun. */
const AFTER_MIDNIGHT_MS = 3_600_000;

/** Every published scenario stands where its pairings and its deadline want it: in talks or not, shut or at an end. */
@Injectable()
export class ScenariosTrackedCheck extends PromiseCheck {
  override readonly name = 'track-scenarios';
  override readonly label = '场景的进展与其配对、期限一致';

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
    const today = dayInShanghai(new Date(now.getTime() - AFTER_MIDNIGHT_MS));
    const rows = (await this.scenarios.liveMarks()).filter(({ id, status, deadline }) => status === 'IN_TALKS' || talks.has(id) || (deadline !== null && deadline < today));
    const astray = rows.filter((row) => {
      const own = talks.get(row.id);
      const changedAt = own && own.changedAt > row.updatedAt ? own.changedAt : row.updatedAt;
      return stepFromTalks(row, own ?? NO_TALKS, today) !== undefined && hasSettled(changedAt, now);
    });
    const asks = astray.map(({ id: scenarioId }) => jobOf('track-scenario', { eventId: randomUUID(), scenarioId }));
    const lost = await withoutUnfinished(this.ledger, asks);
    return { compared: rows.length, found: lost.length, mend: async () => (await this.jobs.add(lost), lost.length) };
  }
}
