import type { DigestedCapability } from './digest-capability';
import { normalise } from './normalise';
import type { ScenarioProfile } from './profile';

/** A short label ready for comparing: width, script, case and spaces aside. */
export function fold(label: string): string {
  return normalise(label).text.replace(/\s/g, '');
}

/** A scenario's labels, folded once for many pairs. */
export interface ScenarioLabels {
  sector: string;
  sectorKey: string;
  tags: readonly string[];
  tagKeys: readonly string[];
}

export function labelsOf({ sector, technologyTags }: ScenarioProfile): ScenarioLabels {
  return { sector, sectorKey: fold(sector), tags: technologyTags, tagKeys: technologyTags.map(fold) };
}

/** The scenario's sector where the capability names it too, or one holds the other (农业, 农业农村); else empty. */
export function sharedSector({ sector, sectorKey }: ScenarioLabels, { sectorKeys }: DigestedCapability): string {
  if (sectorKey === '') return '';
  const meets = sectorKeys.some((offered) => offered.length > 1 && (offered.includes(sectorKey) || sectorKey.includes(offered)));
  return meets ? sector : '';
}

/** Up to so many sectors an offer is made for them; from so many it is of general use. */
const SECTORS_OF_ONE_USE = 2;
const SECTORS_OF_GENERAL_USE = 5;

/**
 * 0..1: how far an offer is of general use (物联网平台, 低代码, 数据中台), told by the sectors it names. Such an offer can
 * take part wherever its technology or its sector is asked for; a product made for another task cannot.
 */
export function generality({ sectorKeys }: DigestedCapability): number {
  const further = new Set(sectorKeys).size - SECTORS_OF_ONE_USE;
  return Math.max(0, Math.min(1, further / (SECTORS_OF_GENERAL_USE - SECTORS_OF_ONE_USE)));
}

/** Technology tags both sides chose, as the scenario writes them. */
export function sharedTags({ tags, tagKeys }: ScenarioLabels, digest: DigestedCapability): string[] {
  return tags.filter((_, index) => digest.tagKeys.includes(tagKeys[index] as string));
}
