import { createMatcher } from '../create-matcher';
import { CorpusStatistics } from '../domain/corpus-statistics';
import type { DigestedCapability } from '../domain/digest-capability';
import type { MatchScore } from '../domain/match-score';
import { MOST_SUGGESTIONS } from '../domain/match-threshold';
import type { Matcher } from '../domain/matcher';
import { Postings } from '../domain/postings';
import type { CapabilityProfile, ScenarioProfile } from '../domain/profile';
import { rankDigests } from './rank-capabilities';
import { CANDIDATES_ASKED } from './find-matches';

/** `asOf` is the day validity is judged by (`2026-11-22`); `top` the most suggestions kept for one scenario. */
export interface MatchListsOptions {
  asOf: string;
  top?: number;
  /** Called with the work done so far and the whole, in entries; not more than a few hundred times. */
  onProgress?: (done: number, whole: number) => void;
}

export interface ScenarioMatches {
  scenario: ScenarioProfile;
  matches: MatchScore[];
}

/**
 * Two lists in, ranked pairings out, one scenario at a time in the order given; nothing else is needed. Both lists
 * are held in memory. Statistics come from the capabilities given, so scores of two runs over other lists differ.
 */
export function* matchLists(
  scenarios: readonly ScenarioProfile[],
  capabilities: readonly CapabilityProfile[],
  { asOf, top = MOST_SUGGESTIONS, onProgress }: MatchListsOptions,
): Generator<ScenarioMatches, void, undefined> {
  const whole = capabilities.length + scenarios.length;
  const report = progressReporter(whole, onProgress);
  const reader = createMatcher();
  const digests = new Map<string, DigestedCapability>();
  const postings = new Postings();
  for (const [index, capability] of capabilities.entries()) {
    const digest = reader.digest(capability);
    digests.set(capability.id, digest);
    postings.put(capability.id, reader.capabilityVector(digest));
    report(index + 1);
  }
  const matcher = reader.withStatistics(CorpusStatistics.count(termsOf(digests.values(), reader)));
  for (const [index, scenario] of scenarios.entries()) {
    yield { scenario, matches: matchOne(matcher, postings, digests, scenario, asOf, top) };
    report(capabilities.length + index + 1);
  }
}

function* termsOf(digests: Iterable<DigestedCapability>, reader: Matcher): Generator<Iterable<string>> {
  for (const digest of digests) yield reader.terms(digest);
}

function matchOne(
  matcher: Matcher,
  postings: Postings,
  digests: ReadonlyMap<string, DigestedCapability>,
  profile: ScenarioProfile,
  asOf: string,
  top: number,
): MatchScore[] {
  const scenario = matcher.distil(profile);
  const candidates = postings.query(matcher.scenarioVector(scenario), CANDIDATES_ASKED);
  const found = candidates.map(({ id }) => digests.get(id) as DigestedCapability);
  return rankDigests(matcher, scenario, found, asOf, top);
}

function progressReporter(whole: number, onProgress: MatchListsOptions['onProgress']): (done: number) => void {
  const step = Math.max(1, Math.ceil(whole / 200));
  return (done) => {
    if (onProgress && (done % step === 0 || done === whole)) onProgress(done, whole);
  };
}
