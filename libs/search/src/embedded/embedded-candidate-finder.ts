import { type Candidate, CandidateFinder, type CapabilityProfile, type DistilledScenario, type TermVector } from '@mantianxing/matching';
import type { MatcherNow } from '../entry-vector';
import type { EntriesNow, LoadedEntries } from './loaded-entries';

/** Retrieval from postings in this process: exact integer sums over all entries (RETRIEVAL.md, design d). */
export class EmbeddedCandidateFinder extends CandidateFinder {
  constructor(
    private readonly matcher: MatcherNow,
    private readonly capabilities: LoadedEntries,
    private readonly scenarios: LoadedEntries,
  ) {
    super();
  }

  /** Loads both sides ahead of the first question. */
  async warmUp(): Promise<void> {
    await Promise.all([this.capabilities.current(), this.scenarios.current()]);
  }

  override async capabilitiesFor(scenario: DistilledScenario, limit: number): Promise<Candidate[]> {
    const vector = this.matcher().scenarioVector(scenario);
    return best(await this.capabilities.current(), vector, limit, scenario.profile.localOnly);
  }

  override async scenariosFor(capability: CapabilityProfile, limit: number): Promise<Candidate[]> {
    const matcher = this.matcher();
    const vector = matcher.capabilityVector(matcher.digest(capability));
    return best(await this.scenarios.current(), vector, limit, capability.isLocal === false);
  }
}

function best({ postings, barred }: EntriesNow, vector: TermVector, limit: number, isBarred: boolean): Candidate[] {
  if (!isBarred) return postings.query(vector, limit);
  for (let asked = limit * 2; ; asked *= 4) {
    const found = postings.query(vector, asked);
    const kept = found.filter(({ id }) => !barred.has(id));
    if (kept.length >= limit || found.length < asked) return kept.slice(0, limit);
  }
}
