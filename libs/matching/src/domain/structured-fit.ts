import { normalise } from './normalise';
import type { CapabilityProfile, ScenarioProfile } from './profile';

const folded = new Map<string, string>();

function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const value = normalise(text).text.replace(/\s/g, '');
  if (folded.size < 5000) folded.set(text, value);
  return value;
}

/** The scenario's sector where the capability names it too, or one holds the other (农业, 农业农村); else empty. */
export function sharedSector(scenario: ScenarioProfile, capability: CapabilityProfile): string {
  if (scenario.sector === '') return '';
  const wanted = fold(scenario.sector);
  const meets = capability.sectors.some((sector) => {
    const offered = fold(sector);
    return offered.length > 1 && (offered.includes(wanted) || wanted.includes(offered));
  });
  return meets ? scenario.sector : '';
}

/** Technology tags both sides chose, as the scenario writes them. */
export function sharedTags(scenario: ScenarioProfile, capability: CapabilityProfile): string[] {
  if (scenario.technologyTags.length === 0) return [];
  const offered = new Set(capability.technologyTags.map(fold));
  return scenario.technologyTags.filter((tag) => offered.has(fold(tag)));
}
