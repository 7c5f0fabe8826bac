// node test/bench/match-engine.mjs [scenarios=5000] [capabilities=30000] [--built DIR]
// Generated entries of 100 to 300 characters: time and memory of matching two lists in process, then one scenario
// alone (retrieval, scoring, reasons), scoring by the pair, and recall of retrieval against scoring every pair.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generatedLists } from './match-generated-lists.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { built: { type: 'string', default: join(import.meta.dirname, '../../dist') } },
});
const matching = createRequire(import.meta.url)(resolve(values.built, 'libs/matching/src/index.js'));
const [scenarioCount, capabilityCount] = [Number(positionals[0] ?? 5000), Number(positionals[1] ?? 30_000)];
const day = '2026-11-22';
const { scenarios, capabilities } = generatedLists(scenarioCount, capabilityCount);

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(2);
const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(3);
const byScore = (a, b) => b.score - a.score || (a.id < b.id ? -1 : 1);

function listsAtOnce() {
  const start = performance.now();
  const before = process.cpuUsage();
  let pairs = 0;
  let prepared;
  for (const { matches } of matching.matchLists(scenarios, capabilities, { asOf: day })) {
    prepared ??= seconds(start);
    pairs += matches.length;
  }
  const { user, system } = process.cpuUsage(before);
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(`${scenarioCount} × ${capabilityCount}: ${seconds(start)} s (first scenario after ${prepared} s), ${((user + system) / 1e6).toFixed(1)} s of CPU, ${pairs} pairs, peak ${peak} MiB`);
}

function oneScenario() {
  const matcher = matching.createMatcher(matching.countStatistics(capabilities.slice(0, 5000), matching.createMatcher()));
  const digests = new Map(capabilities.map((capability) => [capability.id, matcher.digest(capability)]));
  const postings = new matching.Postings();
  for (const [id, digest] of digests) postings.put(id, matcher.capabilityVector(digest));
  postings.compact();
  const times = [];
  let cpu = 0;
  let recall = 0;
  let scoring = 0;
  const asked = scenarios.slice(0, 200);
  for (const profile of asked) {
    const start = performance.now();
    const before = process.cpuUsage();
    const distilled = matcher.distil(profile);
    const found = postings.query(matcher.scenarioVector(distilled), matching.CANDIDATES_ASKED);
    const evidence = matcher.evidenceFor(distilled);
    const scoringFrom = performance.now();
    const ranked = found.map(({ id }) => ({ id, ...matcher.figure(evidence, digests.get(id), day) })).sort(byScore);
    scoring += (performance.now() - scoringFrom) / Math.max(1, found.length);
    for (const { id } of ranked.slice(0, 20)) matcher.explain(evidence, digests.get(id), day);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    cpu += (user + system) / 1000;
    const least = ranked[Math.min(19, ranked.length - 1)]?.score ?? 0;
    const truth = [...digests].map(([id, digest]) => ({ id, ...matcher.figure(evidence, digest, day) })).filter(({ band }) => band !== null).sort(byScore).slice(0, 20);
    const kept = new Set(ranked.slice(0, 20).map(({ id }) => id));
    recall += truth.length === 0 ? 1 : truth.filter(({ id, score }) => kept.has(id) || score <= least).length / truth.length;
  }
  times.sort((a, b) => a - b);
  console.log(`one scenario against ${digests.size}: p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, ${(cpu / asked.length).toFixed(2)} ms of CPU on average`);
  console.log(`scoring: ${((scoring / asked.length) * 1000).toFixed(1)} µs a pair; recall of the top 20 among ${matching.CANDIDATES_ASKED}: ${(recall / asked.length).toFixed(4)}`);
}

listsAtOnce();
oneScenario();
