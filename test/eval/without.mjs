import { NotReady } from './built.mjs';
import { matcherOver, rankExhaustively } from './rank.mjs';

const NO_THESAURUS = { version: 'none', concepts: [] };
/** An unwary reader: what a publisher rules out is read like what is wanted. */
const asWanted = (scenario) => ({ ...scenario, need: [scenario.need, scenario.outOfScope].filter(Boolean).join('\n') });

/** Feature → how the matcher is made without it. */
const FEATURES = {
  thesaurus: { thesaurus: NO_THESAURUS },
  relations: { weights: { answers: 0, broader: 0 } },
  title: { weights: ({ source }) => ({ source: { ...source, title: source.need }, titleShare: 0 }) },
  labels: { weights: { sector: 0, tag: 0, tagRoom: 0 } },
  generality: { weights: { generalUse: 0 } },
  telling: { weights: { tellingPower: 0 } },
  negation: { reading: { negatedSpans: () => [] }, scenario: asWanted },
  boilerplate: { reading: { boilerplateSpans: () => [] } },
  prominence: { weights: ({ field }) => ({ field: Object.fromEntries(Object.keys(field).map((key) => [key, 1])), dilution: 0, repeated: 0 }) },
  kinds: { weights: { plainWord: 1, action: 1, other: 1 } },
};

export const FEATURE_NAMES = Object.keys(FEATURES);

function changed(weights, change) {
  const changes = typeof change === 'function' ? change(weights) : change;
  const gone = Object.keys(changes).filter((key) => !(key in weights));
  if (gone.length > 0) throw new NotReady(`The scorer no longer has the weights ${gone.join(', ')}.`);
  return { ...weights, ...changes };
}

/** The ranking of the matcher with one feature left out, its weights otherwise as they are. @throws NotReady */
export function rankWithout(name, built, { scenarios, capabilities }, day) {
  const feature = FEATURES[name];
  if (!feature) throw new NotReady(`There is no feature ${name}: ${FEATURE_NAMES.join(', ')}.`);
  const matching = feature.reading ? built.matchingReplacing(feature.reading) : built.matching;
  const weights = feature.weights && changed(matching.MATCH_WEIGHTS, feature.weights);
  const matcher = matcherOver(matching, capabilities, { thesaurus: feature.thesaurus, weights });
  return rankExhaustively(matcher, feature.scenario ? scenarios.map(feature.scenario) : scenarios, capabilities, day);
}
