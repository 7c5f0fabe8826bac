// npm run eval: how well the matcher answers labelled sets, beside plain baselines. See README.md.
import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { BASELINES } from './baselines.mjs';
import { NotReady, openBuilt } from './built.mjs';
import { crowdOf } from './crowd.mjs';
import { fillEngine, openEngine, rankByPlainMeilisearch } from './engines.mjs';
import { difference, measure } from './measures.mjs';
import { readOptions, USAGE } from './options.mjs';
import { matcherOver, rankExhaustively, rankThrough, recallOfBest, scoreLost } from './rank.mjs';
import { committed, compare, DAY, judgedSet, readFigures, SAMPLE } from './relevance.mjs';
import { report, worst } from './report.mjs';
import { startMeilisearch } from './servers.mjs';
import { rankWithout } from './without.mjs';

const ROOT = join(import.meta.dirname, '../..');
const FIGURES = join(import.meta.dirname, 'figures.json');
/** Matching asks an engine for 200; a shorter list shows how much room that leaves. */
const ASKED = [200, 100, 50];

/** The matcher through an engine, and how much of the best 20 it finds: for all scenarios, as that needs no labels. */
async function throughEngine(options, built, set, matcher) {
  const whole = { ...set, scenarios: set.all };
  const truth = rankExhaustively(matcher, whole.scenarios, set.capabilities, DAY);
  const engine = await openEngine(options.engine, built, matcher);
  try {
    await fillEngine(engine, built, set.capabilities);
    const recalls = [];
    let rankings;
    for (const asked of ASKED) {
      const found = await rankThrough(engine.finder, matcher, whole, DAY, asked);
      rankings ??= found;
      recalls.push({ asked, recall: recallOfBest(truth, found), scoreLost: scoreLost(truth, found) });
    }
    return { rankings, recalls };
  } finally {
    await engine.close();
  }
}

async function plainMeilisearch(server, set) {
  const name = 'Meilisearch, plain';
  if (!server) return { name, skipped: 'no Meilisearch' };
  return { name, figures: measure(await rankByPlainMeilisearch(server, set), set.grades) };
}

/** Everything measured on one set: the matcher first, then what it is compared with. */
async function evaluate(folder, options, built, meilisearch) {
  const lists = folder === SAMPLE && built.lists();
  const set = judgedSet(folder, lists, options.qrels, options.rules);
  const matcher = matcherOver(built.matching, set.capabilities);
  // Statistics stay the set's own: it is the crowd that is to be harder, not the language that is to change.
  set.capabilities = [...set.capabilities, ...crowdOf(set.capabilities, options.among)];
  let rankings = rankExhaustively(matcher, set.scenarios, set.capabilities, DAY);
  const row = (name, ranked) => ({ name, figures: measure(ranked, set.grades), hasBands: true });
  const rows = [row('matcher', rankings)];
  let retrieval;
  if (options.engine !== 'exhaustive') {
    const engine = await throughEngine(options, built, set, matcher);
    rows.unshift(row(`matcher through ${options.engine}`, engine.rankings));
    [rankings, retrieval] = [engine.rankings, engine.recalls];
  }
  for (const feature of options.without) rows.push(row(`without ${feature}`, rankWithout(feature, built, set, DAY)));
  if (!options.alone) {
    for (const { name, rank } of BASELINES) rows.push({ name, figures: measure(rank(set), set.grades) });
    rows.push(await plainMeilisearch(meilisearch, set));
  }
  return { name: folder === SAMPLE ? SAMPLE : basename(folder), set, rankings, rows, retrieval, version: matcher.version, hasRules: options.rules, crowd: options.among };
}

function asJson({ name, rows: [first, ...others], retrieval, version }, { engine, each }) {
  const shown = ({ each: all, ...figures }) => ({ ...figures, ...(each ? { each: all } : {}) });
  const compared = others.map(({ name: other, figures, skipped }) =>
    skipped ? { name: other, skipped } : { name: other, ...shown(figures), against: difference(figures, first.figures) },
  );
  return JSON.stringify({ set: name, engine, version, ...shown(first.figures), ...(retrieval ? { retrieval } : {}), compared });
}

function againstCommitted({ name, rows, crowd }, figures) {
  const before = figures.sets[name];
  const exhaustive = rows.find((row) => row.name === 'matcher').figures;
  return before && crowd === 0 ? `against the committed figures of ${figures.measured}: ${compare(before, exhaustive).sentence}\n` : '';
}

function accept(results, before) {
  const sets = { ...before.sets };
  for (const { name, rows, version } of results) sets[name] = committed({ version, ...rows.find((row) => row.name === 'matcher').figures });
  const measured = new Date().toISOString().slice(0, 10);
  // A scenario a line keeps the file readable and its changes small.
  const text = JSON.stringify({ measured, sets }, null, 2).replace(/\n {8}"/g, ' "').replace(/("each": \{) |\n {6}\}/g, (all, start) => (start ? `${start} ` : ' }'));
  writeFileSync(FIGURES, `${text}\n`);
  console.log(`${FIGURES} rewritten for ${results.map(({ name }) => name).join(', ')}: commit it with the reason.`);
}

async function main() {
  if (process.env.npm_lifecycle_event === 'eval' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const options = readOptions(ROOT, process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  const built = openBuilt(resolve(options.built ?? join(ROOT, 'dist')), options.built ? undefined : ROOT);
  const figures = readFigures(FIGURES);
  const meilisearch = options.alone ? undefined : await startMeilisearch(built);
  const results = [];
  try {
    for (const folder of options.folders) {
      const result = await evaluate(folder, options, built, meilisearch);
      results.push(result);
      if (options.json) console.log(asJson(result, options));
      else console.log(`${report({ ...result, set: result.name })}${againstCommitted(result, figures)}`);
      if (options.worst > 0) console.log(`${worst(result.set, result.rankings, result.rows[0].figures, options.worst)}\n`);
    }
  } finally {
    await meilisearch?.stop();
  }
  if (options.accept) accept(results, figures);
}

await main().catch((error) => {
  console.error(error instanceof NotReady ? error.message : error);
  process.exitCode = 1;
});
