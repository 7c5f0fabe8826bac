import { z } from 'zod';
import * as label from '../vocabulary/labels';
import { SimilarEntryView } from './near-duplicates';
import { codes, page, text, versionField, words } from './shared';

/** Everything a firm may write into a capability. */
export const CapabilityContent = z
  .strictObject({
    kind: codes(label.CAPABILITY_KIND),
    name: text(60, 2),
    summary: text(300).optional(),
    description: text(5000).optional(),
    technologyTags: words(20).optional(),
    sectors: words(10, 20).optional(),
    adaptedPlatforms: words(20).optional(),
    firstVersion: z.boolean().optional(),
    cases: words(20, 100).optional(),
    /** Working time needed to deliver, in days. */
    deliveryDays: z.int().min(1).max(3650).optional(),
  })
  .meta({ id: 'CapabilityContent' });
export type CapabilityContent = z.infer<typeof CapabilityContent>;

export const RegisterCapability = z
  .strictObject({ firmId: z.uuid().optional(), content: CapabilityContent })
  .meta({ id: 'RegisterCapability' });
export type RegisterCapability = z.infer<typeof RegisterCapability>;

export const ReviseCapability = z
  .strictObject({ version: versionField, content: CapabilityContent })
  .meta({ id: 'ReviseCapability' });
export type ReviseCapability = z.infer<typeof ReviseCapability>;

export const CapabilityListQuery = z.strictObject({
  q: text(100).optional(),
  sector: text(20).optional(),
  kind: text(20).optional(),
  page: page.optional(),
});
export type CapabilityListQuery = z.infer<typeof CapabilityListQuery>;

export const QualificationView = z
  .strictObject({
    code: z.string(),
    label: z.string(),
    level: z.string(),
    validUntil: z.string(),
    verified: z.boolean(),
    expired: z.boolean(),
  })
  .meta({ id: 'Qualification' });
export type QualificationView = z.infer<typeof QualificationView>;

export const PublicCapabilityView = z
  .strictObject({
    id: z.uuid(),
    revision: z.int(),
    kind: z.string(),
    kindLabel: z.string(),
    name: z.string(),
    summary: z.string(),
    description: z.string(),
    technologyTags: z.array(z.string()),
    sectors: z.array(z.string()),
    adaptedPlatforms: z.array(z.string()),
    firstVersion: z.boolean(),
    cases: z.array(z.string()),
    deliveryDays: z.int().nullable(),
    firmId: z.uuid(),
    firmName: z.string(),
    firmVerified: z.boolean(),
    isLocal: z.boolean(),
    sizeBand: z.string(),
    qualifications: z.array(QualificationView),
    confirmedAt: z.string(),
  })
  .meta({ id: 'PublicCapability' });
export type PublicCapabilityView = z.infer<typeof PublicCapabilityView>;

export const CapabilityView = z
  .strictObject({
    id: z.uuid(),
    firmId: z.uuid(),
    firmName: z.string(),
    status: z.string(),
    statusLabel: z.string(),
    version: z.int(),
    revision: z.int(),
    content: CapabilityContent,
    /** What is missing before it can be listed; empty when complete. */
    missing: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    dueAt: z.string().nullable(),
    updatedAt: z.string(),
    confirmedAt: z.string().nullable(),
  })
  .meta({ id: 'Capability' });
export type CapabilityView = z.infer<typeof CapabilityView>;

/** What stands in the way of listing a content that is not saved yet, and what it resembles. */
export const CapabilityCheckView = z
  .strictObject({
    missing: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    /** At most 3 entries the writer may see, 60 % alike or more, most alike first. */
    similar: z.array(SimilarEntryView).optional(),
  })
  .meta({ id: 'CapabilityCheck' });
export type CapabilityCheckView = z.infer<typeof CapabilityCheckView>;

export const PublicCapabilityListView = z
  .strictObject({
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    items: z.array(PublicCapabilityView),
    degraded: z.boolean(),
  })
  .meta({ id: 'PublicCapabilityList' });
export type PublicCapabilityListView = z.infer<typeof PublicCapabilityListView>;

export const CapabilityListView = z
  .strictObject({ items: z.array(CapabilityView) })
  .meta({ id: 'CapabilityList' });
export type CapabilityListView = z.infer<typeof CapabilityListView>;
