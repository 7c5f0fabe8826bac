/** 缺口: a live scenario for which a whole run found nothing worth 候选. Feeds the industry-chain map. */
export interface SupplyGap {
  scenarioId: string;
  scenarioRevision: number;
  sector: string;
  /** Of the best pair seen, 0..1; null when there was none at all. */
  bestScore: number | null;
  /** What no local supply covers, weightiest first. */
  uncovered: string[];
}

export abstract class SupplyGaps {
  abstract record(gap: SupplyGap): Promise<void>;
  abstract close(scenarioId: string): Promise<void>;
  abstract isOpen(scenarioId: string): Promise<boolean>;
}
