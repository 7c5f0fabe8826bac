import {
  CAPABILITY_KIND,
  CAPABILITY_STATUS,
  QUALIFICATIONS,
  type CapabilityView,
  type PublicCapabilityView,
  type QualificationView,
} from '@mantianxing/contracts';
import { countsOn, type CapabilityRecord, type HeldQualification } from './capability';
import { contentOf } from './capability-content';
import { missingIn } from './completeness';

/** The firm's and the staff's view: content as entered, and what is missing before it can be listed. */
export function capabilityView(capability: CapabilityRecord): CapabilityView {
  return {
    id: capability.id,
    firmId: capability.firmId,
    firmName: capability.firmName,
    status: capability.status,
    statusLabel: CAPABILITY_STATUS[capability.status],
    version: capability.version,
    revision: capability.revision,
    content: contentOf(capability),
    missing: missingIn(capability),
    dueAt: capability.dueAt?.toISOString() ?? null,
    updatedAt: capability.updatedAt.toISOString(),
    confirmedAt: capability.confirmedAt?.toISOString() ?? null,
  };
}

/** What anyone may see. `today`: the day in Asia/Shanghai on which certificates are judged. */
export function publicCapabilityView(capability: CapabilityRecord, today: string): PublicCapabilityView {
  return {
    id: capability.id,
    revision: capability.revision,
    kind: capability.kind,
    kindLabel: CAPABILITY_KIND[capability.kind],
    name: capability.name,
    summary: capability.summary,
    description: capability.description,
    technologyTags: capability.technologyTags,
    sectors: capability.sectors,
    adaptedPlatforms: capability.adaptedPlatforms,
    firstVersion: capability.firstVersion,
    cases: capability.cases,
    deliveryDays: capability.deliveryDays,
    firmId: capability.firmId,
    firmName: capability.firmName,
    firmVerified: capability.firmVerified,
    isLocal: capability.isLocal === true,
    sizeBand: capability.sizeBand ?? '',
    qualifications: capability.qualifications.map((held) => qualificationView(held, today)),
    confirmedAt: capability.confirmedAt?.toISOString() ?? '',
  };
}

/** Claimed and verified differ, and an expired certificate says so. */
function qualificationView(held: HeldQualification, today: string): QualificationView {
  const { code, level, validUntil, verified } = held;
  const label = QUALIFICATIONS[code]?.label ?? code;
  return { code, label, level, validUntil, verified, expired: !countsOn(held, today) };
}
