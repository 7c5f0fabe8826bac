import { CorpusStatistics } from './domain/corpus-statistics';
import { Lexicon } from './domain/lexicon';
import { Matcher } from './domain/matcher';
import { MATCH_WEIGHTS, type MatchWeights } from './domain/match-weights';
import type { CapabilityProfile } from './domain/profile';
import type { Thesaurus } from './domain/thesaurus';
import { JiebaSegmenter } from './segmentation/jieba-segmenter';
import { fieldThesaurus } from './thesaurus';

/** A matcher with the product's own thesaurus and weights. Needs no Nest. About 0.3 s at the first text. */
export function createMatcher(
  statistics: CorpusStatistics = CorpusStatistics.empty(),
  thesaurus: Thesaurus = fieldThesaurus(),
  weights: MatchWeights = MATCH_WEIGHTS,
): Matcher {
  return new Matcher({ segmenter: new JiebaSegmenter(), lexicon: new Lexicon(thesaurus), statistics, weights });
}

/** A new epoch of statistics from the published capabilities. `matcher` only lends its way of reading. */
export function countStatistics(capabilities: Iterable<CapabilityProfile>, matcher: Matcher): CorpusStatistics {
  function* texts() {
    for (const capability of capabilities) yield matcher.terms(matcher.digest(capability));
  }
  return CorpusStatistics.count(texts());
}
