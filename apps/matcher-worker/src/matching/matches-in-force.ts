import { Injectable } from '@nestjs/common';
import { CandidateFinder, FindMatches, ProfileSource } from '@mantianxing/matching';
import { MatcherInForce } from '../statistics/matcher-in-force';

/** `FindMatches` with the matcher of the moment. */
@Injectable()
export class MatchesInForce {
  constructor(
    private readonly matcher: MatcherInForce,
    private readonly finder: CandidateFinder,
    private readonly profiles: ProfileSource,
  ) {}

  now(): FindMatches {
    return new FindMatches(this.matcher.now(), this.finder, this.profiles);
  }
}
