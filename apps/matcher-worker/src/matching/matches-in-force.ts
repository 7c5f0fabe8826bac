import { Injectable } from '@nestjs/common';
import { CandidateFinder, DigestShelf, FindMatches, ProfileSource, ReadLikeness } from '@mantianxing/matching';
import { MatcherInForce } from '../statistics/matcher-in-force';

/** `FindMatches` with the matcher of the moment. */
@Injectable()
export class MatchesInForce {
  private digests: DigestShelf | undefined;

  constructor(
    private readonly matcher: MatcherInForce,
    private readonly finder: CandidateFinder,
    private readonly profiles: ProfileSource,
    private readonly likeness: ReadLikeness,
  ) {}

  /** Names the matcher of the moment. */
  get version(): string {
    return this.matcher.now().version;
  }

  now(): FindMatches {
    const matcher = this.matcher.now();
    if (this.digests?.matcher !== matcher) this.digests = new DigestShelf(matcher);
    return new FindMatches(matcher, this.finder, this.profiles, this.digests, this.likeness);
  }
}
