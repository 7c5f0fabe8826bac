// npm run bench -- match [--capabilities 30000] [--scenarios 200] [--built DIR]: matching in one thread, without an engine's server.
// Times are of the wall and of this process's CPU; on a busy machine the second is the one to read.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { crowdOf } from '../eval/crowd.mjs';
import { sampleSet } from '../eval/sets.mjs';
import { aligned } from '../eval/table.mjs';
import { generatedLists } from './match-generated-lists.mjs';

const DAY = '2026-11-22';
const WARM_UP = 50;
const PAIRS = 1000;

const { values } = parseArgs({
  options: {
    capabilities: { type: 'string', default: '30000' },
    scenarios: { type: 'string', default: '200' },
    built: { type: 'string', default: join(import.meta.dirname, '../../dist') },
  },
});
if (!existsSync(join(values.built, 'libs/matching/src/index.js'))) {
  console.error('Nothing is built: run npm run build first.');
  process.exit(1);
}
const require = createRequire(resolve(values.built, 'door.js'));
const matching = require('./libs/matching/src/index.js');
const [capabilityCount, scenarioCount] = [Number(values.capabilities), Number(values.scenarios)];

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Runs `work` for each item, after a warm-up, and answers percentiles in milliseconds. */
async function timed(items, work) {
  for (const item of items.slice(0, WARM_UP)) await work(item);
  const [walls, cpus] = [[], []];
  for (const item of items) {
    const [from, cpuFrom] = [performance.now(), process.cpuUsage()];
    await work(item);
    const { user, system } = process.cpuUsage(cpuFrom);
    walls.push(performance.now() - from);
    cpus.push((user + system) / 1000);
  }
  for (const times of [walls, cpus]) times.sort((a, b) => a - b);
  return [walls, cpus].flatMap((times) => [at(times, 0.5), at(times, 0.95)]);
}

/** The capabilities in memory behind the product's own ports. */
function prepare(capabilities) {
  const { CANDIDATES_ASKED, CandidateFinder, countStatistics, createMatcher, FindMatches, Postings, ProfileSource } = matching;
  const matcher = createMatcher(countStatistics(capabilities.slice(0, 5000), createMatcher()));
  const digests = new Map(capabilities.map((one) => [one.id, matcher.digest(one)]));
  const offered = new Postings();
  for (const [id, digest] of digests) offered.put(id, matcher.capabilityVector(digest));
  offered.compact();
  const byId = new Map(capabilities.map((one) => [one.id, one]));
  class InProcess extends CandidateFinder {
    async capabilitiesFor(scenario, limit) {
      return offered.query(matcher.scenarioVector(scenario), limit);
    }
  }
  class InMemory extends ProfileSource {
    capabilities = async (ids) => ids.map((id) => byId.get(id));
  }
  const find = new FindMatches(matcher, new InProcess(), new InMemory());
  return { matcher, digests, offered, find, asked: CANDIDATES_ASKED };
}

/** Retrieval, scoring and reasons with the digests at hand. */
function matchWithDigests({ matcher, digests, offered, asked }, scenario) {
  const distilled = matcher.distil(scenario);
  const evidence = matcher.evidenceFor(distilled);
  const ranked = offered.query(matcher.scenarioVector(distilled), asked).map(({ id }) => ({ digest: digests.get(id), ...matcher.figure(evidence, digests.get(id), DAY) }));
  ranked.sort((a, b) => b.score - a.score);
  return matching.worthShowing(ranked).map(({ digest }) => matcher.explain(evidence, digest, DAY));
}

function scoreHundred({ matcher, digests }, scenarios) {
  const hundred = [...digests.values()].slice(0, 100);
  const evidences = scenarios.map((one) => matcher.evidenceFor(matcher.distil(one)));
  return timed(evidences, (evidence) => hundred.forEach((digest) => matcher.figure(evidence, digest, DAY)));
}

/** The figure the scenario's side ranks by, less what the capability's side, another process with the same knowledge, explains. */
function forwardLessReverse({ matcher, digests, offered }, scenarios) {
  const { statistics } = matcher.knowledge;
  const other = matching.createMatcher(matching.CorpusStatistics.parse(statistics.serialise()));
  const forward = scenarios.flatMap((scenario) => {
    const distilled = matcher.distil(scenario);
    const evidence = matcher.evidenceFor(distilled);
    const found = offered.query(matcher.scenarioVector(distilled), Math.ceil(PAIRS / scenarios.length));
    return found.map(({ id }) => ({ scenario, digest: digests.get(id), score: matcher.figure(evidence, digests.get(id), DAY).score }));
  });
  const differences = forward.slice(0, PAIRS).map(({ scenario, digest, score }) => {
    const offeredHere = other.digest(digest.profile);
    return Math.abs(score - other.explain(other.evidenceFor(other.distil(scenario)), offeredHere, DAY).score);
  });
  return { compared: differences.length, greatest: Math.max(...differences), scored: forward.filter(({ score }) => score > 0).length };
}

async function bench(name, lists) {
  const prepared = prepare(lists.capabilities);
  const { scenarios } = lists;
  const ms = (times) => times.map((time) => time.toFixed(2));
  console.log(`${name}: ${lists.scenarios.length} scenarios, ${lists.capabilities.length} capabilities, milliseconds`);
  const rows = [
    ['', 'wall p50', 'wall p95', 'CPU p50', 'CPU p95'],
    ['one scenario: retrieval, scoring, reasons', ...ms(await timed(scenarios, (one) => matchWithDigests(prepared, one)))],
    ['the same, reading the candidates anew', ...ms(await timed(scenarios, (one) => prepared.find.forScenario(one, DAY)))],
    ['scoring alone, 100 candidates', ...ms(await scoreHundred(prepared, scenarios))],
  ];
  for (const line of aligned(rows)) console.log(`  ${line}`);
  const { greatest, compared, scored } = forwardLessReverse(prepared, scenarios);
  console.log(`  forward less reverse score: at most ${greatest} over ${compared} pairs (${scored} above 0)\n`);
}

await bench('words by chance', generatedLists(scenarioCount, capabilityCount));
const sample = sampleSet(require('./apps/local-stack/src/seed/lists/index.js'));
const asked = Array.from({ length: scenarioCount }, (_, i) => ({ ...sample.scenarios[i % sample.scenarios.length], id: `asked-${i}` }));
await bench('the sample, mixed into a crowd', { scenarios: asked, capabilities: crowdOf(sample.capabilities, capabilityCount) });
