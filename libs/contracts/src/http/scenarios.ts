import { z } from 'zod';
import * as label from '../vocabulary/labels';
import { SimilarEntryView } from './near-duplicates';
import { codes, email, page, QualificationAsked, text, versionField, words } from './shared';

const fen = z.int().min(0).max(100_000_000_000_000);

/** Everything a publisher may write into a scenario. A draft may be half empty; the gate decides later. */
export const ScenarioContent = z
  .strictObject({
    listType: codes(label.LIST_TYPE).optional(),
    visibility: codes(label.VISIBILITY).optional(),
    sourcingMode: codes(label.SOURCING_MODE).optional(),
    engagementMode: codes(label.ENGAGEMENT_MODE).optional(),
    level: codes(label.SCENARIO_LEVEL).optional(),
    sourceRef: text(100).optional(),
    title: text(80, 2),
    background: text(3000).optional(),
    need: text(5000).optional(),
    inScope: text(3000).optional(),
    outOfScope: text(3000).optional(),
    acceptance: text(3000).optional(),
    sector: text(20).optional(),
    technologyTags: words(20).optional(),
    resourcesOffered: text(1000).optional(),
    requiredQualifications: z.array(QualificationAsked).max(10).optional(),
    preferredQualifications: z.array(QualificationAsked).max(10).optional(),
    requiredPlatforms: words(10).optional(),
    localOnly: z.boolean().optional(),
    ownerUnit: text(60).optional(),
    leadUnits: words(10, 60).optional(),
    responsibleUnits: words(20, 60).optional(),
    contactName: text(20).optional(),
    contactPost: text(30).optional(),
    contactPhone: text(20).optional(),
    contactEmail: z.union([z.literal(''), email]).optional(),
    officeContact: text(30).optional(),
    fundingSource: codes(label.FUNDING_SOURCE).optional(),
    fundingMinFen: fen.optional(),
    fundingMaxFen: fen.optional(),
    fundingStatus: codes(label.FUNDING_STATUS).optional(),
    fundingProof: text(200).optional(),
    deadline: z.iso.date().optional(),
    /** 不涉密、可公开: the publisher's own word, needed before submitting. */
    secrecyDeclared: z.boolean().optional(),
  })
  .meta({ id: 'ScenarioContent' });
export type ScenarioContent = z.infer<typeof ScenarioContent>;

export const CreateScenario = z
  .strictObject({ organizationId: z.uuid().optional(), content: ScenarioContent })
  .meta({ id: 'CreateScenario' });
export type CreateScenario = z.infer<typeof CreateScenario>;

/** The whole content is replaced: what is absent becomes empty. */
export const AmendScenario = z
  .strictObject({ version: versionField, content: ScenarioContent })
  .meta({ id: 'AmendScenario' });
export type AmendScenario = z.infer<typeof AmendScenario>;

export const ReturnScenario = z
  .strictObject({
    version: versionField,
    /** What is wanted, by gate element or field. */
    reasons: z.array(z.strictObject({ field: text(40, 1), message: text(300, 1) })).min(1).max(12),
  })
  .meta({ id: 'ReturnScenario' });
export type ReturnScenario = z.infer<typeof ReturnScenario>;

export const ReopenScenario = z
  .strictObject({ version: versionField, deadline: z.iso.date().regex(/^20\d{2}-/) })
  .meta({ id: 'ReopenScenario' });
export type ReopenScenario = z.infer<typeof ReopenScenario>;

export const ScenarioListQuery = z.strictObject({
  q: text(100).optional(),
  sector: text(20).optional(),
  unit: text(60).optional(),
  status: text(20).optional(),
  page: page.optional(),
});
export type ScenarioListQuery = z.infer<typeof ScenarioListQuery>;

/** Result of one of the three elements 边界清晰 · 业主明确 · 资金落实, or of a rule beside them. */
export const GateElementView = z
  .strictObject({
    element: z.enum(['BOUNDARY', 'OWNER', 'FUNDING', 'UNITS', 'SECRECY', 'DEADLINE']),
    label: z.string(),
    passed: z.boolean(),
    missing: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    checkedBy: z.string().optional(),
    checkedAt: z.string().optional(),
  })
  .meta({ id: 'GateElement' });
export type GateElementView = z.infer<typeof GateElementView>;

/** What anyone may see of a published scenario: no person, no phone, bands of money only. */
export const PublicScenarioView = z
  .strictObject({
    id: z.uuid(),
    status: z.string(),
    statusLabel: z.string(),
    revision: z.int(),
    title: z.string(),
    background: z.string(),
    need: z.string(),
    inScope: z.string(),
    outOfScope: z.string(),
    acceptance: z.string(),
    sector: z.string(),
    technologyTags: z.array(z.string()),
    resourcesOffered: z.string(),
    requiredQualifications: z.array(QualificationAsked),
    preferredQualifications: z.array(QualificationAsked),
    requiredPlatforms: z.array(z.string()),
    localOnly: z.boolean(),
    organizationName: z.string(),
    ownerUnit: z.string(),
    leadUnits: z.array(z.string()),
    responsibleUnits: z.array(z.string()),
    officeContact: z.string(),
    fundingSource: z.string(),
    fundingBand: z.string(),
    fundingStatus: z.string(),
    deadline: z.string(),
    publishedAt: z.string(),
    gate: z.array(GateElementView),
  })
  .meta({ id: 'PublicScenario' });
export type PublicScenarioView = z.infer<typeof PublicScenarioView>;

/** 清单得分 0..100 (PORTAL.md section 3): never blocks, shows what would make the entry clearer. */
export const ClarityView = z
  .strictObject({
    score: z.int(),
    lines: z.array(z.strictObject({ label: z.string(), got: z.int(), of: z.int(), hint: z.string() })),
  })
  .meta({ id: 'Clarity' });
export type ClarityView = z.infer<typeof ClarityView>;

/** What the gate would say of a content that is not saved yet. */
export const GateCheckView = z
  .strictObject({
    gate: z.array(GateElementView),
    clarity: ClarityView,
    /** At most 3 entries the writer may see, 60 % alike or more, most alike first. */
    similar: z.array(SimilarEntryView).optional(),
  })
  .meta({ id: 'GateCheck' });
export type GateCheckView = z.infer<typeof GateCheckView>;

/** The publisher's and the staff's own view: content as entered, with version and gate. */
export const ScenarioView = z
  .strictObject({
    id: z.uuid(),
    organizationId: z.uuid(),
    organizationName: z.string(),
    status: z.string(),
    statusLabel: z.string(),
    version: z.int(),
    revision: z.int(),
    content: ScenarioContent,
    gate: z.array(GateElementView),
    clarity: ClarityView,
    returnReasons: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    dueAt: z.string().nullable(),
    updatedAt: z.string(),
    publishedAt: z.string().nullable(),
  })
  .meta({ id: 'Scenario' });
export type ScenarioView = z.infer<typeof ScenarioView>;

export const PublicScenarioListView = z
  .strictObject({
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    items: z.array(PublicScenarioView),
    /** Set when the search engine was away and titles alone were searched. */
    degraded: z.boolean(),
  })
  .meta({ id: 'PublicScenarioList' });
export type PublicScenarioListView = z.infer<typeof PublicScenarioListView>;

export const ScenarioListView = z
  .strictObject({ items: z.array(ScenarioView) })
  .meta({ id: 'ScenarioList' });
export type ScenarioListView = z.infer<typeof ScenarioListView>;
