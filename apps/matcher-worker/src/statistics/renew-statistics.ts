import { Injectable, Logger } from '@nestjs/common';
import { CapabilityReader } from '@mantianxing/capability';
import { countStatistics, StatisticsShelf, type CapabilityProfile } from '@mantianxing/matching';
import { capabilityProfile } from '../matching/profiles';
import { MatcherInForce } from './matcher-in-force';

const PAGE = 1000;
/** Below this the directory says too little about which words tell entries apart. */
const LEAST = 20;
const GROWTH = 1.5;

/** Due when the directory is half as large again as when the epoch in force was counted. */
export const isRenewalDue = (published: number, builtFrom: number | undefined): boolean =>
  published >= LEAST && (builtFrom === undefined || published >= builtFrom * GROWTH || published * GROWTH <= builtFrom);

/** Counts a new epoch of statistics over the published capabilities, rarely: every score changes with it. */
@Injectable()
export class RenewStatistics {
  private readonly logger = new Logger('statistics');

  constructor(
    private readonly capabilities: CapabilityReader,
    private readonly shelf: StatisticsShelf,
    private readonly matcher: MatcherInForce,
  ) {}

  /** The number of the new epoch, or null when none was due. */
  async execute(): Promise<number | null> {
    const [published, builtFrom] = [await this.capabilities.countPublished(), await this.shelf.activeBuiltFrom()];
    if (!isRenewalDue(published, builtFrom ?? undefined)) return null;
    const statistics = countStatistics(await this.all(), this.matcher.now());
    const epoch = await this.shelf.activate(statistics);
    this.logger.log(`epoch ${epoch} over ${published} capabilities`);
    return epoch;
  }

  private async all(): Promise<CapabilityProfile[]> {
    const profiles: CapabilityProfile[] = [];
    for (let afterId: string | null = null; ; ) {
      const page = await this.capabilities.publishedPage(afterId, PAGE);
      profiles.push(...page.map(capabilityProfile));
      if (page.length < PAGE) return profiles;
      afterId = page[page.length - 1]?.id ?? null;
    }
  }
}
