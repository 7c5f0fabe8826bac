import type { DueRow, DueStage } from '@mantianxing/contracts';
import type { Capability, CapabilityRecord, FirmFacts, HeldQualification } from './capability';
import type { CapabilityEvent, CapabilityStatus } from './capability-status';

/** One line of the history: what moved the row to its next version. */
export interface CapabilityStep {
  event: CapabilityEvent;
  from: CapabilityStatus | null;
  to: CapabilityStatus;
  /** Null for the system. */
  actorAccountId: string | null;
  note: string;
  at: Date;
}

export interface PublicCapabilityFilter {
  districtCode: string;
  /** Part of the capability's or the firm's name. */
  name?: string;
  sector?: string;
  kind?: string;
  /** From 1. */
  page: number;
  pageSize: number;
}

export type NewCapability = Omit<Capability, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/** Where capabilities are kept; every write stands in the caller's unit of work. */
export abstract class CapabilityRepository {
  abstract find(id: string): Promise<CapabilityRecord | null>;

  /** Writes row and first history line. */
  abstract insert(capability: NewCapability, step: CapabilityStep): Promise<string>;

  /**
   * Writes `after` with version + 1 and its history line, provided the row still has `before`'s version
   * and status; answers false otherwise, having written nothing.
   */
  abstract move(before: Capability, after: Capability, step: CapabilityStep): Promise<boolean>;

  /**
   * Inside a unit of work: marks the open rows that are due `until` then and were not told of this stage, a few at a time,
   * and answers them. Rows another worker holds are passed over.
   */
  abstract markDue(stage: DueStage, until: Date, at: Date, limit: number): Promise<DueRow[]>;

  /** The newest history line's time and its actor's name. */
  abstract lastChange(id: string): Promise<{ at: Date; by: string } | null>;

  /** What is known of a firm in this district, or null. */
  abstract firmFacts(firmId: string, districtCode: string): Promise<FirmFacts | null>;

  /** Keeps a certificate; one of the same code and level is replaced. */
  abstract keepQualification(
    firmId: string,
    held: HeldQualification,
    verifiedBy: string | null,
    at: Date,
  ): Promise<void>;

  /** Published ones whose firm's word was last given before `moment`, the oldest first. */
  abstract unconfirmedSince(moment: Date, limit: number): Promise<CapabilityRecord[]>;

  /** Not discarded, newest change first. */
  abstract ofFirms(firmIds: readonly string[], limit: number): Promise<CapabilityRecord[]>;

  abstract publishedOf(firmId: string): Promise<CapabilityRecord[]>;

  /** Published, newest first. */
  abstract listed(filter: PublicCapabilityFilter): Promise<{ total: number; items: CapabilityRecord[] }>;

  /** Stable digest of a text, in hex. */
  abstract digestOf(text: string): string;
}
