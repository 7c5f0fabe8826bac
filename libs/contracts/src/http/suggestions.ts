import { z } from 'zod';
import { BANDS, REASON_KINDS } from '../match';
import * as label from '../vocabulary/labels';
import { PublicCapabilityView } from './capabilities';
import { PublicScenarioView } from './scenarios';
import { codes, text, versionField } from './shared';

export const MarkView = z
  .strictObject({ field: z.string(), start: z.int(), end: z.int(), text: z.string(), capabilityId: z.string().optional() })
  .meta({ id: 'Mark' });

export const MatchReasonView = z
  .strictObject({
    kind: z.enum(REASON_KINDS),
    contribution: z.number(),
    sentence: z.string(),
    scenarioMarks: z.array(MarkView),
    capabilityMarks: z.array(MarkView),
    capabilityId: z.string().optional(),
  })
  .meta({ id: 'MatchReason' });

/** A further member of a 联合体, beside the lead the entry itself names. */
export const PartnerView = z
  .strictObject({ capabilityId: z.uuid(), capabilityName: z.string(), firmId: z.uuid(), firmName: z.string() })
  .meta({ id: 'Partner' });
export type PartnerView = z.infer<typeof PartnerView>;

/** One row of the review queue. */
export const SuggestionRowView = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    opening: z.int(),
    status: z.string(),
    statusLabel: z.string(),
    scenarioId: z.uuid(),
    scenarioTitle: z.string(),
    organizationName: z.string(),
    capabilityId: z.uuid(),
    capabilityName: z.string(),
    firmId: z.uuid(),
    firmName: z.string(),
    /** Only where this is a 联合体. */
    partners: z.array(PartnerView).optional(),
    band: z.enum(BANDS),
    /** 0..100, staff only. */
    score: z.int(),
    toVerify: z.array(z.string()),
    /** Why the pair is back, in Chinese; empty on its first opening. */
    reopenedBecause: z.string(),
    waitingSince: z.string(),
    /** How the pairing it led to ended; absent while that goes on, and where there is none. */
    pairingEnded: z.string().optional(),
    decidedBy: z.string().optional(),
    decidedAt: z.string().optional(),
    /** Until when the decision can be taken back, or absent. */
    undoUntil: z.string().optional(),
  })
  .meta({ id: 'SuggestionRow' });
export type SuggestionRowView = z.infer<typeof SuggestionRowView>;

export const ReviewQueueQuery = z.strictObject({
  by: z.enum(['scenario', 'firm']).optional(),
  band: z.enum(BANDS).optional(),
  status: z.enum(['OPEN', 'HELD', 'APPROVED', 'REJECTED', 'LAPSED']).optional(),
  q: text(60).optional(),
  scenarioId: z.uuid().optional(),
});
export type ReviewQueueQuery = z.infer<typeof ReviewQueueQuery>;

export const ReviewQueueView = z
  .strictObject({
    rows: z.array(SuggestionRowView),
    total: z.int(),
    /** How many of each scenario have been approved, by scenario id. */
    approvedOf: z.record(z.string(), z.int()),
    /** The number at which the desk offers 够了. */
    enough: z.int(),
  })
  .meta({ id: 'ReviewQueue' });
export type ReviewQueueView = z.infer<typeof ReviewQueueView>;

/** A suggestion with both texts and its reasons, for the desk. */
export const SuggestionView = z
  .strictObject({
    row: SuggestionRowView,
    scenario: PublicScenarioView,
    /** The lead of `members`. */
    capability: PublicCapabilityView,
    /** One, or those of a 联合体, the lead first. */
    members: z.array(PublicCapabilityView),
    reasons: z.array(MatchReasonView),
    missing: z.array(z.string()),
    scoreVersion: z.string(),
    /** How often this firm was suggested and introduced so far. */
    exposure: z.strictObject({ suggested: z.int(), introduced: z.int() }),
  })
  .meta({ id: 'Suggestion' });
export type SuggestionView = z.infer<typeof SuggestionView>;

export const ApproveSuggestion = z
  .strictObject({ version: versionField, note: text(500).optional() })
  .meta({ id: 'ApproveSuggestion' });
export type ApproveSuggestion = z.infer<typeof ApproveSuggestion>;

export const ReopenSuggestion = z
  .strictObject({ version: versionField, note: text(500, 1) })
  .meta({ id: 'ReopenSuggestion' });
export type ReopenSuggestion = z.infer<typeof ReopenSuggestion>;

export const RejectSuggestion = z
  .strictObject({ version: versionField, reasonCode: codes(label.REJECT_REASON), note: text(500).optional() })
  .meta({ id: 'RejectSuggestion' });
export type RejectSuggestion = z.infer<typeof RejectSuggestion>;

export const DecisionView = z
  .strictObject({
    id: z.uuid(),
    status: z.string(),
    statusLabel: z.string(),
    version: z.int(),
    undoUntil: z.string().optional(),
  })
  .meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof DecisionView>;

/** 回避 from one party of the suggestion. */
export const RecuseFromSuggestion = z
  .strictObject({
    /** One of its firms; absent: the unit whose scenario it is. */
    firmId: z.uuid().optional(),
    reason: text(500, 1),
  })
  .meta({ id: 'RecuseFromSuggestion' });
export type RecuseFromSuggestion = z.infer<typeof RecuseFromSuggestion>;

export const DeclaredRecusalView = z
  .strictObject({
    id: z.uuid(),
    /** Suggestions that are no longer the person's to see. */
    hidden: z.array(z.uuid()),
    /** Until when the person may take it back. */
    undoUntil: z.string(),
  })
  .meta({ id: 'DeclaredRecusal' });
export type DeclaredRecusalView = z.infer<typeof DeclaredRecusalView>;

export const RecusalListView = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        person: z.string(),
        organizationName: z.string(),
        reason: z.string(),
        declaredAt: z.string(),
        endedAt: z.string().optional(),
        endedBy: z.string().optional(),
        canEnd: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'RecusalList' });
export type RecusalListView = z.infer<typeof RecusalListView>;

/** What 够了 put to rest, or 恢复 took up again: the suggestions as they stand now. */
export const HeldView = z
  .strictObject({ rows: z.array(z.strictObject({ id: z.uuid(), version: z.int() })) })
  .meta({ id: 'Held' });
export type HeldView = z.infer<typeof HeldView>;

/** What a department or a firm sees of a suggestion: band and reasons, never the figure. */
export const PartySuggestionView = z
  .strictObject({
    id: z.uuid(),
    scenarioId: z.uuid(),
    scenarioTitle: z.string(),
    organizationName: z.string(),
    capabilityId: z.uuid(),
    capabilityName: z.string(),
    firmName: z.string(),
    /** Only where this is a 联合体: the others in it, seen from the firm that reads. */
    partners: z.array(PartnerView).optional(),
    band: z.enum(BANDS),
    /** 审核中 / 通过 / 未通过 */
    stateLabel: z.string(),
    reasons: z.array(z.string()),
    missing: z.array(z.string()),
  })
  .meta({ id: 'PartySuggestion' });
export type PartySuggestionView = z.infer<typeof PartySuggestionView>;

export const PartySuggestionListView = z
  .strictObject({
    items: z.array(PartySuggestionView),
    /** True while the matcher has not yet reached the newest revision. */
    matching: z.boolean(),
    /** True when the scenario stands on the gap list. */
    gap: z.boolean(),
  })
  .meta({ id: 'PartySuggestionList' });
export type PartySuggestionListView = z.infer<typeof PartySuggestionListView>;
