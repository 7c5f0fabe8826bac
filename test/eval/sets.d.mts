/** Types of what specs use. */
import type { CapabilityProfile, ScenarioProfile } from '@mantianxing/matching';

export function sampleSet(lists: object): {
  scenarios: ScenarioProfile[];
  capabilities: CapabilityProfile[];
  grades: ReadonlyMap<string, ReadonlyMap<string, number>>;
};
