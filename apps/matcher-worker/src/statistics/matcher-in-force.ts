import { Injectable } from '@nestjs/common';
import { createMatcher, StatisticsShelf, type Matcher } from '@mantianxing/matching';

/** The matcher of the statistics epoch in force; every process polls and changes over by itself. */
@Injectable()
export class MatcherInForce {
  private matcher: Matcher = createMatcher();
  private epoch: number | null = null;

  constructor(private readonly shelf: StatisticsShelf) {}

  /** Reads the epoch in force once, before the first job. */
  async load(): Promise<void> {
    const active = await this.shelf.active();
    if (!active || active.id === this.epoch) return;
    this.matcher = createMatcher(active.statistics);
    this.epoch = active.id;
  }

  now(): Matcher {
    return this.matcher;
  }

  /** True when another epoch has come into force since. */
  async refresh(): Promise<boolean> {
    if ((await this.shelf.activeId()) === this.epoch) return false;
    await this.load();
    return true;
  }
}
