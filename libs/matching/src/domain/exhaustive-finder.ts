import { type Candidate, CandidateFinder } from './candidate-finder';
import type { DigestedCapability } from './digest-capability';
import type { DistilledScenario } from './distilled-scenario';
import type { Matcher } from './matcher';
import type { CapabilityProfile } from './profile';
import { TopCandidates } from './top-candidates';

/** Scores every pair: the truth that engines are measured against, and enough for lists of a few hundred. */
export class ExhaustiveFinder extends CandidateFinder {
  private readonly digests: readonly DigestedCapability[];

  constructor(
    private readonly matcher: Matcher,
    private readonly scenarios: readonly DistilledScenario[],
    capabilities: readonly CapabilityProfile[],
    private readonly asOf: string,
  ) {
    super();
    this.digests = capabilities.map((capability) => matcher.digest(capability));
  }

  override async capabilitiesFor(scenario: DistilledScenario, limit: number): Promise<Candidate[]> {
    const evidence = this.matcher.evidenceFor(scenario);
    const top = new TopCandidates(limit);
    for (const digest of this.digests) {
      const { score } = this.matcher.score(evidence, digest, this.asOf);
      if (score > 0) top.offer(digest.profile.id, score);
    }
    return top.bestFirst();
  }

  override async scenariosFor(capability: CapabilityProfile, limit: number): Promise<Candidate[]> {
    const digest = this.matcher.digest(capability);
    const top = new TopCandidates(limit);
    for (const scenario of this.scenarios) {
      const { score } = this.matcher.score(this.matcher.evidenceFor(scenario), digest, this.asOf);
      if (score > 0) top.offer(scenario.profile.id, score);
    }
    return top.bestFirst();
  }
}
