import type { CapabilityRecord } from './capability';

/** Reading without rights: for the worker and the portal, which decide themselves who may see what. */
export abstract class CapabilityReader {
  /** Whatever its state; null when there is none. */
  abstract byId(id: string): Promise<CapabilityRecord | null>;

  /** Whatever their state, in no particular order; unknown ids are left out. */
  abstract byIds(ids: string[]): Promise<CapabilityRecord[]>;

  /** Published capabilities with an id above `afterId` (null: from the start), by id. For rebuilds. */
  abstract publishedPage(afterId: string | null, limit: number): Promise<CapabilityRecord[]>;

  abstract countPublished(): Promise<number>;
}
