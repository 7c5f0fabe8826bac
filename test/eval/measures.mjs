import { bootstrap } from './noise.mjs';

const RELEVANT = 2;
/** Means over scenarios with supply. */
export const RANKING_MEASURES = ['nDCG10', 'recall10', 'recall50', 'P1', 'MRR'];

const gain = (grade) => 2 ** grade - 1;
const discount = (rank) => 1 / Math.log2(rank + 2);
export const mean = (values) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

function nDcg(ranked, grades, depth) {
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, depth);
  const best = ideal.reduce((sum, grade, rank) => sum + gain(grade) * discount(rank), 0);
  const got = ranked.slice(0, depth).reduce((sum, id, rank) => sum + gain(grades.get(id) ?? 0) * discount(rank), 0);
  return best === 0 ? 0 : got / best;
}

function recall(ranked, relevant, depth) {
  return ranked.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
}

export function relevantOf(judged) {
  return new Set([...judged].filter(([, grade]) => grade >= RELEVANT).map(([id]) => id));
}

function measureOne(scenarioId, ranking, judged) {
  const relevant = relevantOf(judged);
  const recommended = ranking.filter(({ band }) => band === 'RECOMMENDED');
  const bands = { recommended: recommended.length, right: recommended.filter(({ id }) => relevant.has(id)).length };
  if (relevant.size === 0) return { scenarioId, isSupplied: false, isEmpty: ranking.length === 0, ...bands };
  const ids = ranking.map(({ id }) => id);
  const first = ids.findIndex((id) => relevant.has(id));
  return {
    scenarioId,
    isSupplied: true,
    isEmpty: ranking.length === 0,
    nDCG10: nDcg(ids, judged, 10),
    recall10: recall(ids, relevant, 10),
    recall50: recall(ids, relevant, 50),
    P1: first === 0 ? 1 : 0,
    MRR: first < 0 ? 0 : 1 / (first + 1),
    ...bands,
  };
}

/**
 * Measures of one ranking over the judged scenarios. `rankings`: scenario id → [{id, band}] best first. Ranking
 * measures are means over scenarios with supply (a grade of 2 or better); `errors` are their standard errors.
 */
export function measure(rankings, grades) {
  const each = [...grades].map(([scenarioId, judged]) => measureOne(scenarioId, rankings.get(scenarioId) ?? [], judged));
  const supplied = each.filter(({ isSupplied }) => isSupplied);
  const without = each.filter(({ isSupplied }) => !isSupplied);
  const sum = (key) => each.reduce((total, one) => total + one[key], 0);
  const [recommended, right] = [sum('recommended'), sum('right')];
  return {
    ...Object.fromEntries(RANKING_MEASURES.map((key) => [key, mean(supplied.map((one) => one[key]))])),
    errors: Object.fromEntries(RANKING_MEASURES.map((key) => [key, standardError(supplied.map((one) => one[key]))])),
    empty: supplied.filter(({ isEmpty }) => isEmpty).length,
    supplied: supplied.length,
    unsupplied: without.length,
    recommended,
    right,
    precision: recommended === 0 ? null : right / recommended,
    precisionInterval: recommended === 0 ? null : bootstrap(each, precisionOf),
    withSupplyRecommended: supplied.filter(isRecommended).length,
    reach: mean(supplied.map((one) => (isRecommended(one) ? 1 : 0))),
    /** The share that got at least one that is right. */
    rightReach: mean(supplied.map((one) => (one.right > 0 ? 1 : 0))),
    withoutSupplyRecommended: without.filter(isRecommended).length,
    each,
  };
}

const isRecommended = ({ recommended }) => recommended > 0;

function precisionOf(sample) {
  const [right, all] = sample.reduce(([r, n], one) => [r + one.right, n + one.recommended], [0, 0]);
  return all === 0 ? 1 : right / all;
}

function standardError(values) {
  const middle = mean(values);
  const spread = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return values.length < 2 ? 0 : Math.sqrt(spread / (values.length - 1) / values.length);
}

/** `other` less `base` in nDCG@10, scenario by scenario, with the 95 % interval of the mean difference. */
export function difference(other, base) {
  const before = new Map(base.each.map((one) => [one.scenarioId, one.nDCG10]));
  const pairs = other.each.filter(({ isSupplied }) => isSupplied).map(({ scenarioId, nDCG10 }) => nDCG10 - before.get(scenarioId));
  return { mean: mean(pairs), ...bootstrap(pairs, mean) };
}
