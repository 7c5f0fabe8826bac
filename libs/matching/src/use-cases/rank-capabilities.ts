import type { DigestedCapability } from '../domain/digest-capability';
import type { DistilledScenario } from '../domain/distilled-scenario';
import { findConsortia, type RankedDigest } from '../domain/find-consortia';
import type { MatchScore } from '../domain/match-score';
import { worthShowing } from '../domain/match-threshold';
import type { Matcher } from '../domain/matcher';
import type { ScenarioEvidence } from '../domain/pair-evidence';
import type { ConsortiumScore } from '../domain/score-consortium';

/** What one run found for one scenario. */
export interface ScenarioFindings {
  /** Best first: 推荐 and 候选, else the best three 弱匹配. */
  matches: MatchScore[];
  /** 联合体, where no firm alone covers the need; the best first. */
  consortia: ConsortiumScore[];
}

/** Ranks all candidates by the figure alone and explains only those worth showing. */
export function rankDigests(
  matcher: Matcher,
  scenario: DistilledScenario,
  digests: readonly DigestedCapability[],
  asOf: string,
  most: number,
): MatchScore[] {
  const evidence = matcher.evidenceFor(scenario);
  return explainBest(matcher, evidence, matcher.rank(evidence, digests, asOf), asOf, most);
}

/** The same with the consortia among the candidates. */
export function findingsOf(
  matcher: Matcher,
  scenario: DistilledScenario,
  digests: readonly DigestedCapability[],
  asOf: string,
  most: number,
): ScenarioFindings {
  const evidence = matcher.evidenceFor(scenario);
  const ranked = matcher.rank(evidence, digests, asOf);
  return {
    matches: explainBest(matcher, evidence, ranked, asOf, most),
    consortia: findConsortia(evidence, ranked, matcher.knowledge, asOf),
  };
}

function explainBest(matcher: Matcher, evidence: ScenarioEvidence, ranked: readonly RankedDigest[], asOf: string, most: number): MatchScore[] {
  return worthShowing(ranked, most).map(({ digest, isLead }) => matcher.explain(evidence, digest, asOf, isLead));
}
