import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CapabilityReader, isCapabilityListed } from '@mantianxing/capability';
import { jobOf, type Job } from '@mantianxing/contracts';
import { JobLedger } from '@mantianxing/outbox';
import { JobQueue } from '@mantianxing/queue';
import { isScenarioListed, ScenarioReader } from '@mantianxing/scenario';
import { SearchIndex, type EntryKind } from '@mantianxing/search';
import { hasSettled, nothingFound, PromiseCheck, type Findings } from './promise-check';
import { withoutUnfinished } from './without-unfinished';

/** From so many on, and from this share of the list on, the index is made anew as a whole. */
const MANY = 200;
const SHARE = 0.2;

interface Listed {
  id: string;
  revision: number;
  updatedAt: Date;
}

/** The index holds exactly what is published, with its newest revision: wiped, shrunk and stale ones are found. */
abstract class IndexCheck extends PromiseCheck {
  protected abstract readonly kind: EntryKind;

  constructor(
    private readonly index: SearchIndex,
    private readonly ledger: JobLedger,
    private readonly jobs: JobQueue,
  ) {
    super();
  }

  protected abstract listed(): Promise<Listed[]>;
  /** Of these ids, which are not listed any more, and not only since a moment ago. */
  protected abstract leftLongAgo(ids: string[], now: Date): Promise<string[]>;
  protected abstract indexJob(id: string, revision: number): Job;

  override async look(now: Date): Promise<Findings> {
    const rebuild = jobOf('rebuild-index', { eventId: randomUUID() });
    if ((await this.ledger.unfinished([rebuild])).size > 0) return nothingFound(0, '索引正在重建，稍后再看');
    if (!(await this.index.ready()).up) return nothingFound(0, '检索引擎联系不上，恢复后再看');
    // The index first: what is published in between is then seen as not settled, not as missing.
    const indexed = await this.index.listing(this.kind);
    const rows = await this.listed();
    const missing = rows.filter((row) => indexed.get(row.id) !== row.revision && hasSettled(row.updatedAt, now));
    const rowIds = new Set(rows.map(({ id }) => id));
    const surplus = await this.leftLongAgo([...indexed.keys()].filter((id) => !rowIds.has(id)), now);
    const asks = [
      ...missing.map((row) => this.indexJob(row.id, row.revision)),
      ...surplus.map((subjectId) => jobOf('remove-from-index', { eventId: rebuild.payload.eventId, kind: this.kind, subjectId, revision: 0 })),
    ];
    const lost = await withoutUnfinished(this.ledger, asks);
    const isWhole = lost.length >= Math.max(MANY, SHARE * rows.length);
    return {
      compared: rows.length + surplus.length,
      found: lost.length,
      mend: async () => (await this.jobs.add(isWhole ? [rebuild] : lost), lost.length),
      note: isWhole ? '缺的太多，整个重建' : '',
    };
  }
}

@Injectable()
export class ScenarioIndexCheck extends IndexCheck {
  override readonly name = 'index-scenarios';
  override readonly label = '已发布的场景都能检索到';
  protected override readonly kind = 'scenario';

  constructor(
    index: SearchIndex,
    ledger: JobLedger,
    jobs: JobQueue,
    private readonly scenarios: ScenarioReader,
  ) {
    super(index, ledger, jobs);
  }

  protected override async listed(): Promise<Listed[]> {
    return (await this.scenarios.liveMarks()).filter(({ isListed }) => isListed);
  }

  protected override async leftLongAgo(ids: string[], now: Date): Promise<string[]> {
    const rows = new Map((await this.scenarios.byIds(ids)).map((row) => [row.id, row]));
    return ids.filter((id) => {
      const row = rows.get(id);
      return !row || (!isScenarioListed(row) && hasSettled(row.updatedAt, now));
    });
  }

  protected override indexJob(scenarioId: string, revision: number): Job {
    return jobOf('index-scenario', { eventId: randomUUID(), scenarioId, revision });
  }
}

@Injectable()
export class CapabilityIndexCheck extends IndexCheck {
  override readonly name = 'index-capabilities';
  override readonly label = '已发布的能力都能检索到';
  protected override readonly kind = 'capability';

  constructor(
    index: SearchIndex,
    ledger: JobLedger,
    jobs: JobQueue,
    private readonly capabilities: CapabilityReader,
  ) {
    super(index, ledger, jobs);
  }

  protected override listed(): Promise<Listed[]> {
    return this.capabilities.publishedMarks();
  }

  protected override async leftLongAgo(ids: string[], now: Date): Promise<string[]> {
    const rows = new Map((await this.capabilities.byIds(ids)).map((row) => [row.id, row]));
    return ids.filter((id) => {
      const row = rows.get(id);
      return !row || (!isCapabilityListed(row) && hasSettled(row.updatedAt, now));
    });
  }

  protected override indexJob(capabilityId: string, revision: number): Job {
    return jobOf('index-capability', { eventId: randomUUID(), capabilityId, revision });
  }
}
