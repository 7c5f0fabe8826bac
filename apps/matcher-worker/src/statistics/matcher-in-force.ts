import { Injectable } from '@nestjs/common';
import {
  BuiltInThesaurus,
  createMatcher,
  editionOf,
  ScoreVersionShelf,
  StatisticsShelf,
  ThesaurusShelf,
  type Matcher,
} from '@mantianxing/matching';

/** The matcher of the statistics, the weights and the thesaurus in force; every process polls and changes over by itself. */
@Injectable()
export class MatcherInForce {
  private matcher: Matcher = createMatcher();
  private made = nameOf(null, null, 0);

  constructor(
    private readonly statistics: StatisticsShelf,
    private readonly versions: ScoreVersionShelf,
    private readonly thesaurus: ThesaurusShelf,
    private readonly builtIn: BuiltInThesaurus,
  ) {}

  /** Reads what is in force once, before the first job. */
  async load(): Promise<void> {
    const [epoch, version, words] = [await this.statistics.active(), await this.versions.active(), await this.thesaurus.current()];
    const made = nameOf(epoch?.id, version?.id, words.version);
    if (made === this.made) return;
    this.matcher = createMatcher(epoch?.statistics, editionOf(this.builtIn, words), version?.weights);
    this.made = made;
  }

  now(): Matcher {
    return this.matcher;
  }

  /** True when another epoch, score version or thesaurus has come into force since. */
  async refresh(): Promise<boolean> {
    const made = nameOf(await this.statistics.activeId(), await this.versions.activeId(), await this.thesaurus.version());
    if (made === this.made) return false;
    await this.load();
    return true;
  }
}

const nameOf = (epoch: number | null | undefined, version: number | null | undefined, words: number): string =>
  `${epoch ?? 'none'}/${version ?? 'built-in'}/t${words}`;
