import { z } from 'zod';
import { PartnerView } from './suggestions';
import { text, versionField } from './shared';

/** 同意对接 or 暂不对接. */
export const CONSENT_ANSWERS = ['AGREE', 'DECLINE'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

/** A pairing as one of its parties sees it. Never a contact, and never the other side's answer before both have agreed. */
export const PartyPairingView = z
  .strictObject({
    id: z.uuid(),
    round: z.int(),
    status: z.string(),
    /** 征询中, 等待对方, 已引荐, 暂不对接, 逾期未答复… as this party may know it. */
    statusLabel: z.string(),
    scenarioId: z.uuid(),
    scenarioTitle: z.string(),
    organizationName: z.string(),
    capabilityId: z.uuid(),
    capabilityName: z.string(),
    firmName: z.string(),
    /** Only where this is a 联合体: the others in it, seen from the party that reads. */
    partners: z.array(PartnerView).optional(),
    reasons: z.array(z.string()),
    /** The reader's own side. */
    side: z.enum(['DEMAND', 'SUPPLY']),
    organizationId: z.uuid(),
    askedAt: z.string(),
    /** Moment by which an answer is wanted; null when none is. */
    dueAt: z.string().nullable(),
    own: z.strictObject({
      status: z.string(),
      statusLabel: z.string(),
      answeredAt: z.string().optional(),
      answeredBy: z.string().optional(),
      reason: z.string(),
    }),
    canAnswer: z.boolean(),
    /** Until when the own answer can be taken back; null where it stands. */
    changeUntil: z.string().nullable(),
    canRevoke: z.boolean(),
    /** True while the other side's contacts may be read. */
    contactsOpen: z.boolean(),
    introducedAt: z.string().optional(),
    /** Why it ended, in the words of whoever ended it. */
    endReason: z.string(),
  })
  .meta({ id: 'PartyPairing' });
export type PartyPairingView = z.infer<typeof PartyPairingView>;

export const PartyPairingListView = z.strictObject({ items: z.array(PartyPairingView) }).meta({ id: 'PartyPairingList' });
export type PartyPairingListView = z.infer<typeof PartyPairingListView>;

export const AnswerConsent = z
  .strictObject({
    /** Wanted only of who belongs to two parties of the pairing. */
    organizationId: z.uuid().optional(),
    /** The round the person was shown: an answer to an earlier one counts for nothing. */
    round: versionField,
    answer: z.enum(CONSENT_ANSWERS),
    reason: text(500).optional(),
  })
  .meta({ id: 'AnswerConsent' });
export type AnswerConsent = z.infer<typeof AnswerConsent>;

export const RevokeConsent = z
  .strictObject({ organizationId: z.uuid().optional(), round: versionField, reason: text(500).optional() })
  .meta({ id: 'RevokeConsent' });
export type RevokeConsent = z.infer<typeof RevokeConsent>;

export const TakeBackAnswer = z
  .strictObject({ organizationId: z.uuid().optional(), round: versionField })
  .meta({ id: 'TakeBackAnswer' });
export type TakeBackAnswer = z.infer<typeof TakeBackAnswer>;

export const ConsentResultView = z
  .strictObject({
    pairingId: z.uuid(),
    status: z.string(),
    statusLabel: z.string(),
    /** True when this answer was the last yes: contacts are open from now on. */
    introduced: z.boolean(),
    /** Until when the answer can be taken back; null where it stands. */
    changeUntil: z.string().nullable(),
  })
  .meta({ id: 'ConsentResult' });
export type ConsentResultView = z.infer<typeof ConsentResultView>;

/** One released contact. What is not known is absent. */
export const ContactView = z
  .strictObject({
    organizationName: z.string(),
    side: z.enum(['DEMAND', 'SUPPLY']),
    name: z.string().optional(),
    post: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    /** Since when this reader may see it. */
    since: z.string(),
  })
  .meta({ id: 'Contact' });
export type ContactView = z.infer<typeof ContactView>;

export const ContactListView = z.strictObject({ items: z.array(ContactView) }).meta({ id: 'ContactList' });
export type ContactListView = z.infer<typeof ContactListView>;

export const StaffConsentView = z
  .strictObject({
    organizationId: z.uuid(),
    organizationName: z.string(),
    side: z.enum(['DEMAND', 'SUPPLY']),
    isLead: z.boolean(),
    status: z.string(),
    statusLabel: z.string(),
    askedAt: z.string(),
    remindedAt: z.string().optional(),
    answeredAt: z.string().optional(),
    /** Until when the answer can still be taken back. */
    changeUntil: z.string().optional(),
    reason: z.string(),
  })
  .meta({ id: 'StaffConsent' });
export type StaffConsentView = z.infer<typeof StaffConsentView>;

/** A pairing on the matchmaker's desk. No contacts. */
export const StaffPairingView = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    round: z.int(),
    status: z.string(),
    statusLabel: z.string(),
    scenarioId: z.uuid(),
    scenarioTitle: z.string(),
    organizationName: z.string(),
    capabilityId: z.uuid(),
    capabilityName: z.string(),
    firmName: z.string(),
    partners: z.array(PartnerView).optional(),
    matchmaker: z.string(),
    isMine: z.boolean(),
    nextAction: z.string(),
    formedAt: z.string(),
    dueAt: z.string().nullable(),
    consents: z.array(StaffConsentView),
    introducedAt: z.string().optional(),
    introductionClosed: z.boolean(),
    endReason: z.string(),
    canReask: z.boolean(),
    /** Firms that said no and may be left out of the next round. */
    mayLeaveOut: z.array(z.strictObject({ firmId: z.uuid(), firmName: z.string() })),
    /** Firms may join: it has not been introduced. */
    canTakeIn: z.boolean(),
    canEnd: z.boolean(),
    contactsOpen: z.boolean(),
  })
  .meta({ id: 'StaffPairing' });
export type StaffPairingView = z.infer<typeof StaffPairingView>;

export const PAIRING_DESK_STATES = ['OPEN', 'ASKING', 'STALLED', 'INTENT', 'ENDED'] as const;
export const PairingDeskQuery = z.strictObject({
  /** OPEN by default: whatever still waits for somebody. */
  state: z.enum(PAIRING_DESK_STATES).optional(),
  mine: z.enum(['1']).optional(),
});
export type PairingDeskQuery = z.infer<typeof PairingDeskQuery>;

export const PairingDeskView = z
  .strictObject({
    items: z.array(StaffPairingView),
    counts: z.strictObject({ asking: z.int(), stalled: z.int(), introduced: z.int(), overdue: z.int() }),
  })
  .meta({ id: 'PairingDesk' });
export type PairingDeskView = z.infer<typeof PairingDeskView>;

export const ReaskPairing = z
  .strictObject({ version: versionField, reason: text(500).optional(), leaveOut: z.array(z.uuid()).max(8).optional() })
  .meta({ id: 'ReaskPairing' });
export type ReaskPairing = z.infer<typeof ReaskPairing>;

export const ChangePairingMembers = z
  .strictObject({
    version: versionField,
    /** Capabilities of the firms that join. */
    takeIn: z.array(z.uuid()).min(1).max(8),
    /** Firms that said no and leave. */
    leaveOut: z.array(z.uuid()).max(8).optional(),
    reason: text(500).optional(),
  })
  .meta({ id: 'ChangePairingMembers' });
export type ChangePairingMembers = z.infer<typeof ChangePairingMembers>;

export const EndPairing = z.strictObject({ version: versionField, reason: text(500, 1) }).meta({ id: 'EndPairing' });
export type EndPairing = z.infer<typeof EndPairing>;

export const PairingStepView = z
  .strictObject({ id: z.uuid(), version: z.int(), status: z.string(), statusLabel: z.string() })
  .meta({ id: 'PairingStep' });
export type PairingStepView = z.infer<typeof PairingStepView>;

/** Whether the State Council's arrangement of days off is known for this year and, from November on, the next. */
export const WorkingDayCoverageView = z
  .strictObject({ missingYears: z.array(z.int()), warning: z.string() })
  .meta({ id: 'WorkingDayCoverage' });
export type WorkingDayCoverageView = z.infer<typeof WorkingDayCoverageView>;
