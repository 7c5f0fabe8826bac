import type { CapabilityRecord } from './capability';

export interface CapabilityMark {
  id: string;
  revision: number;
  matchDigest: string;
  updatedAt: Date;
}

/** Reading without rights: for the worker and the portal, which decide themselves who may see what. */
export abstract class CapabilityReader {
  /** Whatever its state; null when there is none. */
  abstract byId(id: string): Promise<CapabilityRecord | null>;

  /** Whatever their state, in no particular order; unknown ids are left out. */
  abstract byIds(ids: string[]): Promise<CapabilityRecord[]>;

  /** Published capabilities with an id above `afterId` (null: from the start), by id. For rebuilds. */
  abstract publishedPage(afterId: string | null, limit: number): Promise<CapabilityRecord[]>;

  abstract countPublished(): Promise<number>;

  /** Every published capability without its texts: to compare copies of the list with. */
  abstract publishedMarks(): Promise<CapabilityMark[]>;
}
