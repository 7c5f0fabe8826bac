/** The matcher over these lists: the statistics are those of the set's own capabilities. */
export function matcherOver({ countStatistics, createMatcher }, capabilities, knowledge = {}) {
  const { thesaurus, weights } = knowledge;
  const reader = createMatcher(undefined, thesaurus, weights);
  return createMatcher(countStatistics(capabilities, reader), thesaurus, weights);
}

function scored(matcher, evidence, digests, day) {
  return matcher
    .rank(evidence, digests, day)
    .map(({ digest, score, band }) => ({ id: digest.profile.id, score, band }))
    .filter(({ score }) => score > 0);
}

/** Scenario id → every capability with evidence, best first: each pair is scored. */
export function rankExhaustively(matcher, scenarios, capabilities, day) {
  const digests = capabilities.map((capability) => matcher.digest(capability));
  return new Map(scenarios.map((scenario) => [scenario.id, scored(matcher, matcher.evidenceFor(matcher.distil(scenario)), digests, day)]));
}

/** The same through an engine: what it proposes among `asked` candidates, scored. */
export async function rankThrough(finder, matcher, { scenarios, capabilities }, day, asked) {
  const digests = new Map(capabilities.map((capability) => [capability.id, matcher.digest(capability)]));
  const rankings = new Map();
  for (const scenario of scenarios) {
    const distilled = matcher.distil(scenario);
    const found = await finder.capabilitiesFor(distilled, asked);
    rankings.set(scenario.id, scored(matcher, matcher.evidenceFor(distilled), found.map(({ id }) => digests.get(id)), day));
  }
  return rankings;
}

/** How much lower the engine's best 20 score in the mean than those of exhaustive scoring: lookalikes cost recall, but no score. */
export function scoreLost(truth, rankings, depth = 20) {
  const sum = (ranking) => ranking.slice(0, depth).reduce((total, { score }) => total + score, 0);
  const lost = [...rankings].map(([scenarioId, ranking]) => (sum(truth.get(scenarioId)) - sum(ranking)) / depth);
  return lost.reduce((total, one) => total + one, 0) / (lost.length || 1);
}

/** Mean share of the best 20 of exhaustive scoring that the engine's own best 20 hold; equal scores count as held. */
export function recallOfBest(truth, rankings, depth = 20) {
  const shares = [...rankings].flatMap(([scenarioId, ranking]) => {
    const best = truth.get(scenarioId).slice(0, depth);
    if (best.length === 0) return [];
    const kept = ranking.slice(0, depth);
    const ids = new Set(kept.map(({ id }) => id));
    const least = kept.length < depth ? Infinity : kept[kept.length - 1].score;
    return [best.filter(({ id, score }) => ids.has(id) || score <= least).length / best.length];
  });
  return shares.reduce((sum, share) => sum + share, 0) / (shares.length || 1);
}
