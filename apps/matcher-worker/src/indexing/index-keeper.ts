import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CapabilityReader } from '@mantianxing/capability';
import { jobOf } from '@mantianxing/contracts';
import { Clock } from '@mantianxing/platform';
import { JobQueue } from '@mantianxing/queue';
import { ScenarioReader } from '@mantianxing/scenario';
import { SearchIndex } from '@mantianxing/search';

/** A rebuild that was asked for is given this long before it is asked for again. */
const PATIENCE_MS = 60_000;

/**
 * Sees that the index holds what is published: made with the knowledge in force, and not emptied behind our back
 * (an engine that came back without its data). Asks for a rebuild, which also matches every open scenario again.
 */
@Injectable()
export class IndexKeeper {
  private askedAt = 0;
  private askedFor = '';
  private wasEmpty = false;

  constructor(
    private readonly index: SearchIndex,
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** `version` names the matcher in force. Answers whether a rebuild was asked for. */
  async look(version: string): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (version === this.askedFor && now - this.askedAt < PATIENCE_MS) return false;
    const { up, stale } = await this.index.ready();
    if (!up) return false;
    // Empty twice running: the first entries of a new installation are given time to be indexed one by one.
    const isEmpty = await this.isEmptied();
    const isWiped = isEmpty && this.wasEmpty;
    this.wasEmpty = isEmpty;
    if (stale.length === 0 && !isWiped) return false;
    await this.jobs.add([jobOf('rebuild-index', { eventId: randomUUID() })]);
    this.askedAt = now;
    this.askedFor = version;
    this.wasEmpty = false;
    return true;
  }

  private async isEmptied(): Promise<boolean> {
    const [capabilities, scenarios] = [await this.index.count('capability'), await this.index.count('scenario')];
    if (capabilities === 0 && (await this.capabilities.countPublished()) > 0) return true;
    return scenarios === 0 && (await this.scenarios.countPublished()) > 0;
  }
}
