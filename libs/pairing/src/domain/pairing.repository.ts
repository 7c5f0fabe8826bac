import type { DueRow, DueStage } from '@mantianxing/contracts';
import type { Pairing, PairingMember } from './pairing';
import type { PairingEvent, PairingStatus } from './pairing-status';

export interface NewPairing {
  districtCode: string;
  scenarioId: string;
  suggestionId: string;
  opening: number;
  matchmakerAccountId: string;
  nextAction: string;
  dueAt: Date;
  members: Omit<PairingMember, 'pairingId' | 'leftAt'>[];
  at: Date;
}

export interface PairingStep {
  event: PairingEvent;
  actorAccountId: string | null;
  note: string;
  at: Date;
}

export type PairingChanges = Partial<Pick<Pairing, 'round' | 'memberKey' | 'nextAction' | 'ownerRole' | 'dueAt' | 'endReason'>> & {
  status: PairingStatus;
};

export interface DeskFilter {
  districtCode: string;
  statuses: readonly PairingStatus[];
  matchmakerAccountId?: string;
  limit: number;
}

export interface NamedPairing extends Pairing {
  matchmaker: string;
}

export interface DeskCounts {
  asking: number;
  stalled: number;
  introduced: number;
  overdue: number;
}

/** Of a scenario's pairings that have not ended: how many, and in how many both sides have met. */
export interface ScenarioTalks {
  scenarioId: string;
  open: number;
  introduced: number;
  /** When any pairing of the scenario last changed, ended ones too. */
  changedAt: Date;
}

/** What an ended pairing no longer has. */
export const AT_REST = { dueAt: null, ownerRole: null, nextAction: null } as const;

export abstract class PairingRepository {
  /** Throws `ALREADY_PAIRED` when one of the firms is in an open pairing of this scenario. */
  abstract form(pairing: NewPairing): Promise<string>;
  /** Names of those among these firms that are in an open pairing of the scenario, `besides` one. */
  abstract engagedFirms(scenarioId: string, firmIds: readonly string[], besides?: string): Promise<string[]>;
  abstract byId(id: string): Promise<Pairing | null>;
  abstract byIds(ids: readonly string[]): Promise<Pairing[]>;
  /** Inside a transaction: waits for whoever works on this pairing. Taken before any of its consents is touched. */
  abstract lock(id: string): Promise<Pairing | null>;
  /** The members of the present round, the lead first. */
  abstract membersOf(id: string): Promise<PairingMember[]>;
  /** The same for many; those that were left out are not among them. */
  abstract membersOfAll(ids: readonly string[]): Promise<PairingMember[]>;
  /** Oldest first, whatever their state. */
  abstract ofScenario(scenarioId: string): Promise<Pairing[]>;
  /** Of every scenario that has had a pairing, or of one. */
  abstract talks(scenarioId?: string): Promise<ScenarioTalks[]>;
  abstract ofSuggestion(suggestionId: string, opening: number): Promise<Pairing | null>;
  /** ASKING and STALLED ones of a scenario or with a capability among their members. */
  abstract unansweredOf(kind: 'scenario' | 'capability', subjectId: string): Promise<Pairing[]>;
  /** ASKING ones whose time is over; oldest first. */
  abstract overdue(now: Date, limit: number): Promise<Pairing[]>;
  /**
   * Inside a unit of work: marks the open rows that are due `until` then and were not told of this stage, a few at a time,
   * and answers them. Rows another worker holds are passed over.
   */
  abstract markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]>;

  /** For the desk: of these states, those that are due first on top, with the matchmaker's name. */
  abstract onDesk(filter: DeskFilter): Promise<NamedPairing[]>;
  abstract countOnDesk(districtCode: string, now: Date): Promise<DeskCounts>;
  /** Writes `changes` if the row still has `before`'s version and state; false when it has moved on meanwhile. Throws `ALREADY_PAIRED`. */
  abstract move(before: Pairing, changes: PairingChanges, step: PairingStep): Promise<boolean>;
  /** These firms are members from now on, one that had left again; none of them leads. Throws `ALREADY_PAIRED`. */
  abstract takeIn(pairingId: string, newcomers: readonly Pick<PairingMember, 'firmId' | 'capabilityId'>[]): Promise<void>;
  /** These firms are members no more. */
  abstract leaveOut(pairingId: string, firmIds: readonly string[], at: Date): Promise<void>;
}
