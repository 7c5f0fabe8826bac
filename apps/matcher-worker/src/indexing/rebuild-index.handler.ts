import { Injectable, Logger } from '@nestjs/common';
import { jobOf, type Job, type JobPayloads } from '@mantianxing/contracts';
import { JobHandler } from '@mantianxing/queue';
import { ScenarioReader } from '@mantianxing/scenario';
import { IndexRebuilder } from '@mantianxing/search';
import { CapabilityListings, ScenarioListings } from './listings';

const PAGE = 1000;

/** Fills both indexes anew beside the old ones, swaps, and has every open scenario matched again. */
@Injectable()
export class RebuildIndexHandler extends JobHandler<'rebuild-index'> {
  override readonly name = 'rebuild-index';
  private readonly logger = new Logger('rebuild-index');

  constructor(
    private readonly rebuilder: IndexRebuilder,
    private readonly scenarios: ScenarioListings,
    private readonly capabilities: CapabilityListings,
    private readonly reader: ScenarioReader,
  ) {
    super();
  }

  override async handle({ eventId }: JobPayloads['rebuild-index']): Promise<Job[]> {
    for (const report of [await this.rebuilder.rebuild(this.capabilities), await this.rebuilder.rebuild(this.scenarios)]) {
      this.logger.log(`${report.kind}: ${report.written} written, ${report.replayed} replayed`);
    }
    const follow: Job[] = [];
    for (let afterId: string | null = null; ; ) {
      const page = await this.reader.publishedPage(afterId, PAGE);
      follow.push(...page.map(({ id, revision }) => jobOf('match-scenario', { eventId, scenarioId: id, revision })));
      if (page.length < PAGE) return follow;
      afterId = page[page.length - 1]?.id ?? null;
    }
  }
}
