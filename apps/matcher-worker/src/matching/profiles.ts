import type { CapabilityRecord } from '@mantianxing/capability';
import type { CapabilityProfile, ScenarioProfile } from '@mantianxing/matching';
import type { ScenarioRecord } from '@mantianxing/scenario';

/** What the matcher reads of a scenario's row. */
export function scenarioProfile(record: ScenarioRecord): ScenarioProfile {
  return {
    id: record.id,
    title: record.title,
    background: record.background,
    need: record.need,
    inScope: record.inScope,
    outOfScope: record.outOfScope,
    acceptance: record.acceptance,
    sector: record.sector,
    technologyTags: record.technologyTags,
    requiredQualifications: record.requiredQualifications,
    preferredQualifications: record.preferredQualifications,
    requiredPlatforms: record.requiredPlatforms,
    localOnly: record.localOnly,
    deadline: record.deadline ?? '',
  };
}

/** What the matcher reads of a capability's row and its firm. */
export function capabilityProfile(record: CapabilityRecord): CapabilityProfile {
  return {
    id: record.id,
    firmId: record.firmId,
    firmName: record.firmName,
    name: record.name,
    kind: record.kind,
    summary: record.summary,
    description: record.description,
    technologyTags: record.technologyTags,
    sectors: record.sectors,
    adaptedPlatforms: record.adaptedPlatforms,
    cases: record.cases,
    firstVersion: record.firstVersion,
    qualifications: record.qualifications.map(({ code, level, validUntil, verified }) => ({
      code,
      level,
      validUntil,
      verified,
    })),
    isLocal: record.isLocal,
    sizeBand: record.sizeBand ?? '',
    deliveryDays: record.deliveryDays,
  };
}
