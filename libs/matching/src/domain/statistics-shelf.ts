import type { CorpusStatistics } from './corpus-statistics';

export interface StatisticsEpoch {
  id: number;
  statistics: CorpusStatistics;
  /** How many published capabilities it was counted over. */
  builtFrom: number;
}

/** The frozen statistics in force. A new epoch changes every score, so it is made rarely and on purpose. */
export abstract class StatisticsShelf {
  abstract active(): Promise<StatisticsEpoch | null>;
  /** The number of the epoch in force, without reading it. */
  abstract activeId(): Promise<number | null>;
  /** How many capabilities the epoch in force was counted over, without reading it; null when there is none. */
  abstract activeBuiltFrom(): Promise<number | null>;
  /** Stores the statistics and puts them into force; answers the epoch's number. */
  abstract activate(statistics: CorpusStatistics): Promise<number>;
}
