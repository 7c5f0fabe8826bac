/** A qualification a scenario asks for; `level` is empty where any level will do. */
export interface QualificationAsked {
  code: string;
  level: string;
}

/** A qualification a firm holds. `validUntil` is a day (`2027-06-30`) or empty when not stated. */
export interface QualificationHeld {
  code: string;
  level: string;
  validUntil: string;
  verified: boolean;
}

/**
 * What the matcher reads of a scenario, whatever it came from: a row, a sheet or a labelled list.
 * Texts are verbatim; marks refer to them by these field names. Empty means 'not stated'.
 */
export interface ScenarioProfile {
  id: string;
  title: string;
  background: string;
  need: string;
  inScope: string;
  /** Never evidence: what the publisher excludes. */
  outOfScope: string;
  acceptance: string;
  sector: string;
  technologyTags: string[];
  requiredQualifications: QualificationAsked[];
  preferredQualifications: QualificationAsked[];
  requiredPlatforms: string[];
  localOnly: boolean;
  /** Day (`2026-12-31`) or empty. */
  deadline: string;
}

/** What the matcher reads of a capability and its firm. */
export interface CapabilityProfile {
  id: string;
  firmId: string;
  firmName: string;
  name: string;
  kind: string;
  summary: string;
  description: string;
  technologyTags: string[];
  sectors: string[];
  adaptedPlatforms: string[];
  cases: string[];
  firstVersion: boolean;
  qualifications: QualificationHeld[];
  /** Unknown is null: 待核实, never a no. */
  isLocal: boolean | null;
  sizeBand: string;
  deliveryDays: number | null;
}

export const SCENARIO_TEXT_FIELDS = ['title', 'need', 'inScope', 'background', 'acceptance', 'technologyTags'] as const;
export type ScenarioTextField = (typeof SCENARIO_TEXT_FIELDS)[number];
export const CAPABILITY_TEXT_FIELDS = ['name', 'summary', 'technologyTags', 'description', 'cases'] as const;
export type CapabilityTextField = (typeof CAPABILITY_TEXT_FIELDS)[number];
