import type { CorpusStatistics } from './corpus-statistics';
import type { Lexicon } from './lexicon';
import type { MatchWeights } from './match-weights';
import type { Segmenter } from './segmenter';

/** All that a score depends on besides the two texts and the day. */
export interface MatchingKnowledge {
  segmenter: Segmenter;
  lexicon: Lexicon;
  statistics: CorpusStatistics;
  weights: MatchWeights;
}
