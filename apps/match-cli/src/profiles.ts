import type { ImportedCapability, ImportedQualification, ImportedScenario } from '@mantianxing/import';
import type { CapabilityProfile, QualificationAsked, ScenarioProfile } from '@mantianxing/matching/lists';

/** What the matcher reads of a sheet's scenario; `id` is its place in the list. */
export function toScenarioProfile(scenario: ImportedScenario, index: number): ScenarioProfile {
  return {
    id: idOf(index),
    title: scenario.title,
    background: scenario.background,
    need: scenario.need,
    inScope: scenario.inScope,
    outOfScope: scenario.outOfScope,
    acceptance: scenario.acceptance,
    sector: scenario.sector,
    technologyTags: scenario.technologyTags,
    requiredQualifications: scenario.requiredQualifications.map(asked),
    preferredQualifications: scenario.preferredQualifications.map(asked),
    requiredPlatforms: scenario.requiredPlatforms,
    localOnly: scenario.localOnly,
    deadline: scenario.deadline,
  };
}

/** What the matcher reads of a sheet's capability. Nothing in a sheet counts as verified. */
export function toCapabilityProfile(capability: ImportedCapability, index: number): CapabilityProfile {
  return {
    id: idOf(index),
    firmId: capability.uscc || capability.firmName || idOf(index),
    firmName: capability.firmName,
    name: capability.name,
    kind: capability.kind,
    summary: capability.summary,
    description: capability.description,
    technologyTags: capability.technologyTags,
    sectors: capability.sectors,
    adaptedPlatforms: capability.adaptedPlatforms,
    cases: capability.cases,
    firstVersion: capability.firstVersion,
    qualifications: capability.qualifications.map((held) => ({ ...held, verified: false })),
    isLocal: capability.isLocal,
    sizeBand: capability.firmSize,
    deliveryDays: capability.deliveryDays,
  };
}

/** Padded, so that order by id is order in the list. */
function idOf(index: number): string {
  return String(index).padStart(6, '0');
}

export function indexOf(id: string): number {
  return Number(id);
}

function asked({ code, level }: ImportedQualification): QualificationAsked {
  return { code, level };
}
