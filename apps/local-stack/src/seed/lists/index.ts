import { BUILDING_FINANCE_CAPABILITIES } from './capabilities-building-finance';
import { CARE_CAPABILITIES } from './capabilities-care';
import { FOUNDATION_CAPABILITIES } from './capabilities-foundation';
import { GOVERNMENT_CAPABILITIES } from './capabilities-government';
import { MANUFACTURING_CAPABILITIES } from './capabilities-manufacturing';
import { SAFETY_CAPABILITIES } from './capabilities-safety';
import { WATER_CULTURE_CAPABILITIES } from './capabilities-water-culture';
import { GOVERNMENT_FIRMS } from './firms-government';
import { INDUSTRY_FIRMS } from './firms-industry';
import { LIVELIHOOD_FIRMS } from './firms-livelihood';
import { SAFETY_FIRMS } from './firms-safety';
import type { SampleCapability, SampleFirm, SampleScenario } from './sample-entry';
import { GOVERNMENT_SCENARIOS } from './scenarios-government';
import { INDUSTRY_SCENARIOS } from './scenarios-industry';
import { LIVELIHOOD_SCENARIOS } from './scenarios-livelihood';
import { SAFETY_SCENARIOS } from './scenarios-safety';

export * from './sample-entry';
export { SAMPLE_JUDGEMENTS } from './judgements';
export { SAMPLE_UNITS } from './units';

/** Sample lists of the invented 星江区: the size of Jiulongpo's first batch, 12 scenarios and 65 capabilities. */
export const SAMPLE_SCENARIOS: SampleScenario[] = [
  ...INDUSTRY_SCENARIOS,
  ...GOVERNMENT_SCENARIOS,
  ...SAFETY_SCENARIOS,
  ...LIVELIHOOD_SCENARIOS,
];

export const SAMPLE_FIRMS: SampleFirm[] = [
  ...INDUSTRY_FIRMS,
  ...GOVERNMENT_FIRMS,
  ...SAFETY_FIRMS,
  ...LIVELIHOOD_FIRMS,
];

export const SAMPLE_CAPABILITIES: SampleCapability[] = [
  ...MANUFACTURING_CAPABILITIES,
  ...GOVERNMENT_CAPABILITIES,
  ...SAFETY_CAPABILITIES,
  ...WATER_CULTURE_CAPABILITIES,
  ...CARE_CAPABILITIES,
  ...BUILDING_FINANCE_CAPABILITIES,
  ...FOUNDATION_CAPABILITIES,
];
