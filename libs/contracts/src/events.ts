import type { DueKind } from './due';

/**
 * Events of MODEL.md section 3 that this version raises: `noun.past`, payload ids only.
 * `subjectId` is the noun's id; `revision` counts its content (or `version` where it has none).
 */
export interface EventIds {
  'scenario.submitted': Record<string, never>;
  'scenario.recalled': Record<string, never>;
  'scenario.returned': Record<string, never>;
  'scenario.approved': Record<string, never>;
  'scenario.published': Record<string, never>;
  'scenario.revised': { material: boolean };
  'scenario.withdrawn': Record<string, never>;
  'scenario.redrafted': Record<string, never>;
  'scenario.engaged': Record<string, never>;
  'scenario.disengaged': Record<string, never>;
  'scenario.shut': Record<string, never>;
  'scenario.expired': Record<string, never>;
  'scenario.not-landed': Record<string, never>;
  'scenario.discarded': Record<string, never>;
  'capability.published': Record<string, never>;
  'capability.revised': { material: boolean };
  'capability.reconfirmed': Record<string, never>;
  'capability.paused': Record<string, never>;
  'capability.staled': Record<string, never>;
  'capability.retired': Record<string, never>;
  /**
   * Written once per scenario and burst of runs: `subjectId` is the scenario, the figures count what is open,
   * `gatheredSince` is the burst's beginning.
   */
  'suggestion.proposed': { scenarioId: string; proposed: number; recommended: number; gatheredSince?: string };
  /** `left` names the side that is gone; absent where a run took its band. */
  'suggestion.lapsed': { scenarioId: string; lapsed: number; left?: 'scenario' | 'capability' };
  'suggestion.approved': { scenarioId: string; pairingId: string };
  'suggestion.rejected': { scenarioId: string };
  'suggestion.undone': { scenarioId: string };
  'recusal.declared': { organizationId: string };
  'recusal.ended': { organizationId: string };
  'suggestion.held': { scenarioId: string; held: number };
  'pairing.formed': { scenarioId: string; round: number };
  'pairing.reasked': { scenarioId: string; round: number };
  'pairing.members-changed': { scenarioId: string; round: number };
  'pairing.stalled': { scenarioId: string };
  'pairing.declined': { scenarioId: string };
  'pairing.not-landed': { scenarioId: string };
  /** Of the next seven, `subjectId` is the consent or the introduction; contacts stand in none of them. */
  'consent.asked': { pairingId: string };
  'consent.reminded': { pairingId: string };
  'consent.answered': { pairingId: string };
  /** Taken back before anybody heard of it. */
  'consent.retracted': { pairingId: string };
  'consent.revoked': { pairingId: string };
  'introduction.made': { pairingId: string; scenarioId: string };
  'introduction.closed': { pairingId: string };
  'pairing.undone': { scenarioId: string };
  'pairing.lapsed': { scenarioId: string };
  /** `subjectId` is the row, for suggestions their scenario: of 20 that are due on one day reviewers hear once. */
  'due.passed': { kind: DueKind; rows: number };
  'due.escalated': { kind: DueKind; rows: number };
  /** A delivery that waited may go: its time has come, or no job carries it any more. */
  'delivery.due': Record<string, never>;
  'delivery.failed': Record<string, never>;
  /** Somebody had it sent again: `subjectId` is the new delivery. */
  'delivery.resent': { previousId: string };
  'delivery.cancelled': Record<string, never>;
  'channel-target.added': Record<string, never>;
  'channel-target.tried': Record<string, never>;
  'channel-target.paused': Record<string, never>;
  'channel-target.resumed': Record<string, never>;
  'channel-target.deleted': Record<string, never>;
  /** A link by mail: `linkId` names its row, the token stands nowhere. */
  'invitation.sent': { linkId: string };
  'password.reset-asked': { linkId: string };
  'password.changed': Record<string, never>;
  /** Signed in with a browser the account was never seen with. */
  'account.device-new': { deviceId: string };
  /** `subjectId` is the organisation; once for each membership and year. */
  'membership.recertification-due': { members: number };
}

export type EventName = keyof EventIds;

export type DomainEvent<N extends EventName = EventName> = {
  [K in N]: { name: K; subjectId: string; revision: number; ids: EventIds[K] };
}[N];

/** An event as the outbox keeps it: with its own id, its actor and its time. */
export type StoredEvent<N extends EventName = EventName> = DomainEvent<N> & {
  eventId: string;
  actorAccountId: string | null;
  at: string;
};
