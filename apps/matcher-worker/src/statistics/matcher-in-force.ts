import { Injectable } from '@nestjs/common';
import { createMatcher, ScoreVersionShelf, StatisticsShelf, type Matcher } from '@mantianxing/matching';

/** The matcher of the statistics epoch and the score version in force; every process polls and changes over by itself. */
@Injectable()
export class MatcherInForce {
  private matcher: Matcher = createMatcher();
  private made = nameOf(null, null);

  constructor(
    private readonly statistics: StatisticsShelf,
    private readonly versions: ScoreVersionShelf,
  ) {}

  /** Reads what is in force once, before the first job. */
  async load(): Promise<void> {
    const [epoch, version] = [await this.statistics.active(), await this.versions.active()];
    const made = nameOf(epoch?.id, version?.id);
    if (made === this.made) return;
    this.matcher = createMatcher(epoch?.statistics, undefined, version?.weights);
    this.made = made;
  }

  now(): Matcher {
    return this.matcher;
  }

  /** True when another epoch or another score version has come into force since. */
  async refresh(): Promise<boolean> {
    if (nameOf(await this.statistics.activeId(), await this.versions.activeId()) === this.made) return false;
    await this.load();
    return true;
  }
}

const nameOf = (epoch: number | null | undefined, version: number | null | undefined): string => `${epoch ?? 'none'}/${version ?? 'built-in'}`;
