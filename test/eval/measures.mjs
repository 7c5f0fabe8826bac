const RELEVANT = 2;

const gain = (grade) => 2 ** grade - 1;
const discount = (rank) => 1 / Math.log2(rank + 2);

function nDcg(ranked, grades, depth) {
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, depth);
  const best = ideal.reduce((sum, grade, rank) => sum + gain(grade) * discount(rank), 0);
  const got = ranked.slice(0, depth).reduce((sum, id, rank) => sum + gain(grades.get(id) ?? 0) * discount(rank), 0);
  return best === 0 ? 0 : got / best;
}

function recall(ranked, relevant, depth) {
  return ranked.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
}

/**
 * Measures of one engine over the labelled scenarios. `rankings`: scenario id → [{id, band}] best first.
 * Ranking measures are means over scenarios with supply (a grade of 2 or better).
 */
export function measure(rankings, grades) {
  const sums = { nDCG10: 0, recall10: 0, recall50: 0, P1: 0, MRR: 0 };
  const bands = { recommended: 0, right: 0, withSupplyRecommended: 0, withoutSupplyRecommended: 0 };
  let supplied = 0;
  const each = [];
  for (const [scenarioId, judged] of grades) {
    const ranking = rankings.get(scenarioId) ?? [];
    const ids = ranking.map(({ id }) => id);
    const relevant = new Set([...judged].filter(([, grade]) => grade >= RELEVANT).map(([id]) => id));
    const recommended = ranking.filter(({ band }) => band === 'RECOMMENDED');
    bands.recommended += recommended.length;
    bands.right += recommended.filter(({ id }) => relevant.has(id)).length;
    if (relevant.size === 0) {
      if (recommended.length > 0) bands.withoutSupplyRecommended += 1;
      continue;
    }
    supplied += 1;
    if (recommended.length > 0) bands.withSupplyRecommended += 1;
    const first = ids.findIndex((id) => relevant.has(id));
    const one = { nDCG10: nDcg(ids, judged, 10), recall10: recall(ids, relevant, 10), recall50: recall(ids, relevant, 50), P1: first === 0 ? 1 : 0, MRR: first < 0 ? 0 : 1 / (first + 1) };
    for (const key of Object.keys(sums)) sums[key] += one[key];
    each.push({ scenarioId, ...one });
  }
  for (const key of Object.keys(sums)) sums[key] /= supplied || 1;
  const precision = bands.recommended === 0 ? null : bands.right / bands.recommended;
  const reach = bands.withSupplyRecommended / (supplied || 1);
  return { ...sums, ...bands, precision, reach, supplied, unsupplied: grades.size - supplied, each };
}
