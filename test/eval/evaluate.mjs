// node test/eval/evaluate.mjs --set DIR [--set DIR…] [--built DIR] [--json] [--each]
// Every pair is scored, so this measures the scorer; `--built` names another build than dist.
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from './measures.mjs';
import { readSet, substanceOnly } from './sets.mjs';

const { values } = parseArgs({
  options: {
    set: { type: 'string', multiple: true },
    built: { type: 'string', default: join(import.meta.dirname, '../../dist') },
    day: { type: 'string', default: '2026-11-22' },
    json: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
  },
});
if (!values.set) {
  console.error('Name at least one labelled set: --set DIR');
  process.exit(1);
}
const { countStatistics, createMatcher } = createRequire(import.meta.url)(resolve(values.built, 'libs/matching/src/index.js'));

/** Scenario id → every capability with evidence, best first. */
export function rankAll({ scenarios, capabilities }, day) {
  const matcher = createMatcher(countStatistics(capabilities, createMatcher()));
  const digests = capabilities.map((capability) => matcher.digest(capability));
  return new Map(
    scenarios.map((scenario) => {
      const evidence = matcher.evidenceFor(matcher.distil(scenario));
      const ranked = digests.map((digest) => ({ id: digest.profile.id, ...matcher.figure(evidence, digest, day) }));
      ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      return [scenario.id, ranked.filter(({ score }) => score > 0)];
    }),
  );
}

for (const directory of values.set) {
  const set = substanceOnly(readSet(directory));
  const { each, ...figures } = measure(rankAll(set, values.day), set.grades);
  if (values.json) console.log(JSON.stringify({ set: basename(directory), ...figures, ...(values.each ? { each } : {}) }));
  else {
    console.log(`${basename(directory)}: ${figures.supplied} scenarios with supply, ${figures.unsupplied} without`);
    const show = (value) => (value === null ? '–' : value.toFixed(3));
    for (const key of ['nDCG10', 'recall10', 'recall50', 'P1', 'MRR']) console.log(`  ${key.padEnd(9)} ${show(figures[key])}`);
    console.log(`  推荐      ${figures.recommended}, right ${show(figures.precision)}, for ${show(figures.reach)} of those with supply, wrongly for ${figures.withoutSupplyRecommended} without`);
    if (values.each) for (const one of each) console.log(`    ${one.scenarioId} ${show(one.nDCG10)} r50 ${show(one.recall50)} P1 ${one.P1}`);
  }
}
