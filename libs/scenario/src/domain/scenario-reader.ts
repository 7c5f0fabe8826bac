import type { ScenarioRecord } from './scenario';

/** Reading without rights: for the worker and the portal, which decide themselves who may see what. */
export abstract class ScenarioReader {
  /** Whatever its state; null when there is none. */
  abstract byId(id: string): Promise<ScenarioRecord | null>;

  /** Whatever their state, in no particular order; unknown ids are left out. */
  abstract byIds(ids: string[]): Promise<ScenarioRecord[]>;

  /** Published, public scenarios with an id above `afterId` (null: from the start), by id. For rebuilds. */
  abstract publishedPage(afterId: string | null, limit: number): Promise<ScenarioRecord[]>;

  abstract countPublished(): Promise<number>;
}
