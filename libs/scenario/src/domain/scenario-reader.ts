import type { ScenarioRecord } from './scenario';
import type { ScenarioStatus } from './scenario-status';

export interface ScenarioMark {
  id: string;
  status: ScenarioStatus;
  deadline: string | null;
  /** Since when nothing new begins; null while open. */
  shutAt: Date | null;
  revision: number;
  matchDigest: string;
  /** Stands in public lists and in the index. */
  isListed: boolean;
  updatedAt: Date;
}

/** Reading without rights: for the worker and the portal, which decide themselves who may see what. */
export abstract class ScenarioReader {
  /** Whatever its state; null when there is none. */
  abstract byId(id: string): Promise<ScenarioRecord | null>;

  /** Whatever their state, in no particular order; unknown ids are left out. */
  abstract byIds(ids: string[]): Promise<ScenarioRecord[]>;

  /** Published, public scenarios with an id above `afterId` (null: from the start), by id. For rebuilds. */
  abstract publishedPage(afterId: string | null, limit: number): Promise<ScenarioRecord[]>;

  abstract countPublished(): Promise<number>;

  /** Every published scenario that is not at an end, shut and internal ones too, without its texts: to compare copies of the list with. */
  abstract liveMarks(): Promise<ScenarioMark[]>;
}
