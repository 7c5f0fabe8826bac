import type { CapabilityProfile, ScenarioProfile } from './profile';

/** Where the matcher reads the entries an engine proposed. Entries that are gone or no longer open are left out. */
export abstract class ProfileSource {
  abstract capabilities(ids: readonly string[]): Promise<CapabilityProfile[]>;
  abstract scenarios(ids: readonly string[]): Promise<ScenarioProfile[]>;
}
