import { difference, RANKING_MEASURES, relevantOf } from './measures.mjs';
import { aligned, decimal, signed } from './table.mjs';

const HEADINGS = ['', 'nDCG@10', '±', 'recall@10', 'recall@50', 'P@1', 'MRR', 'empty', 'Δ nDCG@10', '95 %'];
const BAND_HEADINGS = ['推荐', 'how many', 'precision', '95 %', 'supplied with one', 'with a right one', 'without supply, yet one'];

function rankingRow({ name, figures, skipped }, base) {
  if (skipped) return [name, skipped];
  const { low, high, mean } = figures === base ? {} : difference(figures, base);
  const [first, ...others] = RANKING_MEASURES.map((key) => decimal(figures[key]));
  const against = mean === undefined ? ['', ''] : [signed(mean), `[${signed(low)}, ${signed(high)}]`];
  return [name, first, decimal(figures.errors.nDCG10), ...others, `${figures.empty}`, ...against];
}

function bandRow({ name, figures }) {
  const { recommended, precision, precisionInterval: interval, withSupplyRecommended, supplied, reach, rightReach } = figures;
  const range = interval ? `[${decimal(interval.low)}, ${decimal(interval.high)}]` : '–';
  const with_ = `${withSupplyRecommended}/${supplied} = ${decimal(reach)}`;
  return [name, `${recommended}`, decimal(precision), range, with_, decimal(rightReach), `${figures.withoutSupplyRecommended}/${figures.unsupplied}`];
}

/** What a person reads of one set. `rows[0]` is what all others are compared with. */
export function report({ set, rows, retrieval, version, hasRules, crowd }) {
  const base = rows[0].figures;
  const judged = base.supplied + base.unsupplied;
  const found = (retrieval ?? []).map(
    ({ asked, recall, scoreLost }) => `of the best 20 of exhaustive scoring, found among ${asked} candidates: ${decimal(recall)} (they score ${decimal(scoreLost)} lower)`,
  );
  // The crowd has no labels: what it does to the other measures says nothing.
  if (crowd > 0) return [`${set} in a crowd of ${crowd}; scored by ${version}`, ...found, ''].join('\n');
  const skipped = rows.filter((row) => row.skipped).map(({ name, skipped: why }) => `${name}: skipped: ${why}`);
  const measured = rows.filter((row) => !row.skipped);
  const banded = measured.filter(({ hasBands }) => hasBands);
  return [
    `${set}: ${judged} scenarios judged, ${base.supplied} with supply, ${base.unsupplied} without${hasRules ? '; conditions of place, platform and qualification apply' : ''}; scored by ${version}`,
    ...aligned([HEADINGS, ...measured.map((row) => rankingRow(row, base))]),
    ...skipped,
    '',
    ...aligned([BAND_HEADINGS, ...banded.map(bandRow)]),
    ...found,
    '',
  ].join('\n');
}

/** The scenarios answered worst, and what was not among their first ten. For the terminal only: it quotes titles. */
export function worst({ scenarios, capabilities, grades }, rankings, figures, count) {
  const titles = new Map([...scenarios.map(({ id, title }) => [id, title]), ...capabilities.map(({ id, name }) => [id, name])]);
  const bad = figures.each.filter(({ isSupplied }) => isSupplied).sort((a, b) => a.nDCG10 - b.nDCG10).slice(0, count);
  return bad
    .flatMap(({ scenarioId, nDCG10 }) => {
      const ranking = rankings.get(scenarioId);
      const judged = grades.get(scenarioId);
      const place = new Map(ranking.map(({ id, score }, at) => [id, `place ${at + 1}, ${score.toFixed(2)}`]));
      const firstTen = new Set(ranking.slice(0, 10).map(({ id }) => id));
      const missed = [...relevantOf(judged)].filter((id) => !firstTen.has(id)).sort((a, b) => judged.get(b) - judged.get(a));
      const ahead = ranking.slice(0, 3).map(({ id }) => `${id} ${titles.get(id)} (${judged.get(id) ?? 0})`);
      return [
        `${scenarioId} ${titles.get(scenarioId)}: nDCG@10 ${decimal(nDCG10)}`,
        `  first: ${ahead.join('; ') || 'nothing'}`,
        ...missed.map((id) => `  missed: ${id} ${titles.get(id)} (grade ${judged.get(id)}; ${place.get(id) ?? 'no evidence'})`),
      ];
    })
    .join('\n');
}
