import type { DigestedCapability } from '../domain/digest-capability';
import type { DistilledScenario } from '../domain/distilled-scenario';
import type { MatchScore } from '../domain/match-score';
import { worthShowing } from '../domain/match-threshold';
import type { Matcher } from '../domain/matcher';

/** Ranks all candidates by the figure alone and explains only those worth showing. */
export function rankDigests(
  matcher: Matcher,
  scenario: DistilledScenario,
  digests: readonly DigestedCapability[],
  asOf: string,
  most: number,
): MatchScore[] {
  const evidence = matcher.evidenceFor(scenario);
  const ranked = digests.map((digest) => ({ digest, ...matcher.figure(evidence, digest, asOf) }));
  ranked.sort((a, b) => b.score - a.score || (a.digest.profile.id < b.digest.profile.id ? -1 : 1));
  return worthShowing(ranked, most).map(({ digest }) => matcher.explain(evidence, digest, asOf));
}
