import type { DueRow, DueStage } from '@mantianxing/contracts';
import type { GateElement, GateElementCode } from './publish-gate';
import type { ContactPerson, Scenario, ScenarioRecord } from './scenario';
import type { ScenarioEvent, ScenarioStatus } from './scenario-status';

/** One line of the history: what moved the row to `scenario.version`. */
export interface ScenarioStep {
  event: ScenarioEvent;
  from: ScenarioStatus | null;
  to: ScenarioStatus;
  /** Null for the system. */
  actorAccountId: string | null;
  note: string;
  at: Date;
}

/** A gate element as it was checked for one revision. `checkedBy` is the office, never a person. */
export interface GateEvidence {
  element: GateElementCode;
  passed: boolean;
  checkedBy: string;
  checkedAt: Date;
}

export interface PublicScenarioFilter {
  districtCode: string;
  /** Part of the title. */
  title?: string;
  sector?: string;
  /** Part of the owner unit's or the publisher's name. */
  unit?: string;
  status?: string;
  /** From 1. */
  page: number;
  pageSize: number;
}

export type NewScenario = Omit<Scenario, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/** Where scenarios are kept; every write stands in the caller's unit of work. */
export abstract class ScenarioRepository {
  abstract find(id: string): Promise<ScenarioRecord | null>;

  /** Inside a unit of work: waits for whoever moves this row, then answers it as it stands. */
  abstract lock(id: string): Promise<ScenarioRecord | null>;

  /** Writes row, first history line and, when given, the contact person. */
  abstract insert(
    scenario: NewScenario,
    contact: ContactPerson | undefined,
    step: ScenarioStep,
  ): Promise<string>;

  /**
   * Writes `after` with version + 1 and its history line, provided the row still has `before`'s version
   * and status; answers false otherwise, having written nothing. `contact` undefined leaves it alone.
   */
  abstract move(
    before: Scenario,
    after: Scenario,
    contact: ContactPerson | undefined,
    step: ScenarioStep,
  ): Promise<boolean>;

  /**
   * Inside a unit of work: marks the open rows that are due `until` then and were not told of this stage, a few at a time,
   * and answers them. Rows another worker holds are passed over.
   */
  abstract markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]>;

  abstract contactOf(scenario: Pick<Scenario, 'contactPersonId'>): Promise<ContactPerson>;

  /** Contacts of many at once, by scenario id. */
  abstract contactsOf(scenarios: readonly Scenario[]): Promise<Map<string, ContactPerson>>;

  /** Accounts that wrote into the entry: created, amended or submitted it. */
  abstract authorsOf(id: string): Promise<string[]>;

  /** The newest history line's time and its actor's name. */
  abstract lastChange(id: string): Promise<{ at: Date; by: string } | null>;

  /** Keeps what was checked for `revision`; a second check of the same revision replaces the first. */
  abstract keepEvidence(
    id: string,
    revision: number,
    gate: readonly GateElement[],
    checkedBy: string | null,
    at: Date,
  ): Promise<void>;

  /** Carries evidence over to a revision that touched no gate element: checker and time stay. */
  abstract carryEvidence(id: string, fromRevision: number, toRevision: number): Promise<void>;

  /** The evidence of the newest checked revision, by scenario id. */
  abstract evidenceOf(ids: readonly string[]): Promise<Map<string, GateEvidence[]>>;

  /** True when the organisation may publish scenarios (side DEMAND) in this district. */
  abstract isPublisher(organizationId: string, districtCode: string): Promise<boolean>;

  /** Not discarded, newest change first. */
  abstract ofOrganizations(organizationIds: readonly string[], limit: number): Promise<ScenarioRecord[]>;

  /** In one of these states, most urgent first. */
  abstract inStatus(
    districtCode: string,
    statuses: readonly ScenarioStatus[],
    limit: number,
  ): Promise<ScenarioRecord[]>;

  /** Published and PUBLIC, newest first. */
  abstract listed(filter: PublicScenarioFilter): Promise<{ total: number; items: ScenarioRecord[] }>;

  /** Stable digest of a text, in hex. */
  abstract digestOf(text: string): string;
}
