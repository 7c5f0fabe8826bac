import type { DistilledScenario } from './distilled-scenario';
import type { CapabilityProfile } from './profile';

/** An entry worth scoring. `evidence` orders candidates of one answer; it is not comparable between engines. */
export interface Candidate {
  id: string;
  evidence: number;
}

/**
 * Retrieval port. An engine proposes up to `limit` entries, best first, ties by public id; the scorer decides.
 * Its one measure is recall of the top 20 that scoring every pair would give. Adapters live in libs/search.
 * @throws when the engine cannot answer completely: a partial answer must never look like a full one.
 */
export abstract class CandidateFinder {
  abstract capabilitiesFor(scenario: DistilledScenario, limit: number): Promise<Candidate[]>;
  abstract scenariosFor(capability: CapabilityProfile, limit: number): Promise<Candidate[]>;
}
