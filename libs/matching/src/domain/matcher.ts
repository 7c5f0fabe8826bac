import type { CorpusStatistics } from './corpus-statistics';
import type { DistilledScenario, WeightedConcept } from './distilled-scenario';
import { type DigestedCapability, digestCapability } from './digest-capability';
import { distilScenario } from './distil-scenario';
import type { RankedDigest } from './find-consortia';
import type { MatchingKnowledge } from './matching-knowledge';
import type { MatchScore } from './match-score';
import { bandOf } from './match-threshold';
import { ScenarioEvidence } from './pair-evidence';
import { leadOf } from './scenario-lead';
import type { CapabilityProfile, ScenarioProfile } from './profile';
import { explainMatch, type PairFigure, scoreMatch, scoreVersion } from './score-match';
import { capabilityConcepts } from './capability-concepts';
import { type TermVector } from './term-vector';
import { capabilityVectorOf, scenarioVectorOf } from './text-vectors';
import { Vocabulary } from './vocabulary';

/**
 * Distils, digests, makes vectors and scores with one body of knowledge. Stateless but for a dictionary of terms
 * met, so one may serve a whole process; two with the same knowledge give the same numbers.
 */
export class Matcher {
  constructor(
    readonly knowledge: MatchingKnowledge,
    private readonly vocabulary = new Vocabulary(),
  ) {}

  /** The same matcher under another epoch of statistics. Digests made by either serve both. */
  withStatistics(statistics: CorpusStatistics): Matcher {
    return new Matcher({ ...this.knowledge, statistics }, this.vocabulary);
  }

  /** The distinct terms of a capability, for counting a corpus. */
  *terms({ terms }: DigestedCapability): Generator<string> {
    for (const number of terms) yield this.vocabulary.term(number);
  }

  /** Weights, thesaurus and statistics in force: stored with each score and vector; another one means: make it anew. */
  get version(): string {
    return scoreVersion(this.knowledge);
  }

  distil(profile: ScenarioProfile): DistilledScenario {
    return distilScenario(profile, this.knowledge);
  }

  digest(profile: CapabilityProfile): DigestedCapability {
    return digestCapability(profile, this.knowledge, this.vocabulary);
  }

  /** Lays a scenario out once for scoring many capabilities. Not for use by two callers at a time. */
  evidenceFor(scenario: DistilledScenario): ScenarioEvidence {
    return new ScenarioEvidence(scenario, this.knowledge.weights, this.vocabulary);
  }

  /** The figure alone. `asOf` is the day validity is judged by. */
  score(evidence: ScenarioEvidence, digest: DigestedCapability, asOf: string): PairFigure {
    return scoreMatch(evidence, digest, this.knowledge, asOf);
  }

  /** Score and band of the pair by itself, without reasons; `isCapped` where a rule holds it at 候选 at most. */
  figure(evidence: ScenarioEvidence, digest: DigestedCapability, asOf: string): Omit<RankedDigest, 'digest'> {
    const { score, eligibility, isCapped } = this.score(evidence, digest, asOf);
    return { score, band: bandOf(score, this.knowledge.weights, eligibility.exclusions.length > 0, isCapped), isCapped };
  }

  /** All candidates of a scenario with their figures, the best first; its lead, if it has one, is 推荐. */
  rank(evidence: ScenarioEvidence, digests: readonly DigestedCapability[], asOf: string): RankedDigest[] {
    const ranked: RankedDigest[] = digests.map((digest) => ({ digest, ...this.figure(evidence, digest, asOf) }));
    ranked.sort((a, b) => b.score - a.score || (a.digest.profile.id < b.digest.profile.id ? -1 : 1));
    const lead = leadOf(evidence, ranked, this.knowledge.weights);
    return ranked.map((one) => (one === lead ? { ...one, band: 'RECOMMENDED', isLead: true } : one));
  }

  /** The same figure with band, reasons, marks. `isLead`: `rank` says it is the scenario's lead. */
  explain(evidence: ScenarioEvidence, digest: DigestedCapability, asOf: string, isLead = false): MatchScore {
    return explainMatch(evidence, digest, this.knowledge, asOf, isLead);
  }

  /** What retrieval holds of, or asks with, a scenario. */
  scenarioVector(scenario: DistilledScenario): TermVector {
    return scenarioVectorOf(scenario, this.knowledge.weights);
  }

  /** What retrieval holds of, or asks with, a capability. */
  capabilityVector(digest: DigestedCapability): TermVector {
    return capabilityVectorOf(digest, this.vocabulary);
  }

  /** A capability as weighted short queries, for engines that search scenarios by words. */
  capabilityConcepts(profile: CapabilityProfile): WeightedConcept[] {
    return capabilityConcepts(profile, this.knowledge);
  }
}
