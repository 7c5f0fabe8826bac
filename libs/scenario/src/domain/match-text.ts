import type { ScenarioBody } from './scenario';

/** Exactly the fields the scorer reads (ScenarioProfile of libs/matching). */
const READ_BY_THE_SCORER = [
  'title',
  'background',
  'need',
  'inScope',
  'outOfScope',
  'acceptance',
  'sector',
  'technologyTags',
  'requiredQualifications',
  'preferredQualifications',
  'requiredPlatforms',
  'localOnly',
  'deadline',
] as const satisfies readonly (keyof ScenarioBody)[];

/**
 * One string for all the scorer reads; two entries with the same string match alike. A change of it is
 * *material*. White space at line ends and the order of lists of words do not count.
 */
export function matchText(body: ScenarioBody): string {
  return JSON.stringify(READ_BY_THE_SCORER.map((field) => [field, canonical(body[field])]));
}

function canonical(value: ScenarioBody[(typeof READ_BY_THE_SCORER)[number]]): unknown {
  if (typeof value === 'string') return value.replace(/\s+/gu, ' ').trim();
  if (!Array.isArray(value)) return value;
  return value.map((item) => (typeof item === 'string' ? item : `${item.code} ${item.level}`)).sort();
}
