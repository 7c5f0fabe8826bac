import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mean, measure } from './measures.mjs';
import { matcherOver, rankExhaustively } from './rank.mjs';
import { readSet, sampleSet, substanceOnly } from './sets.mjs';

/** Validity is judged by this day, so that figures do not change with the calendar. */
export const DAY = '2026-11-22';
export const SAMPLE = 'sample';
/** The most nDCG@10 may lose against the committed figure. */
export const MOST_LOST = 0.01;
const LABELLED_SETS = ['public', 'district'];

/** Folders of the labelled sets that stand beside the clone, by name; a machine may have none. */
export function setsBeside(root) {
  const folders = LABELLED_SETS.map((name) => [name, join(root, '..', 'shared', 'matchset', name)]);
  return new Map(folders.filter(([, folder]) => existsSync(join(folder, 'qrels.tsv'))));
}

/**
 * A labelled set, by substance unless `hasRules`: `scenarios` are the judged ones, `all` with those whose labels are
 * kept back. `lists` is the module of the project's own sample.
 */
export function judgedSet(folder, lists, qrelsFile, hasRules = false) {
  const whole = folder === SAMPLE ? sampleSet(lists) : readSet(folder, qrelsFile);
  const set = hasRules ? whole : substanceOnly(whole);
  return { ...set, all: set.scenarios, scenarios: set.scenarios.filter(({ id }) => set.grades.has(id)) };
}

/** The figures of the matcher of the library `matching` on a judged set, every pair scored. */
export function measureMatcher(matching, set) {
  const matcher = matcherOver(matching, set.capabilities);
  return { version: matcher.version, ...measure(rankExhaustively(matcher, set.scenarios, set.capabilities, DAY), set.grades) };
}

const rounded = (value) => (value === null ? null : Math.round(value * 1e4) / 1e4);

/** What is committed of one set's figures: ids and numbers. */
export function committed({ version, nDCG10, recall10, recall50, P1, MRR, empty, recommended, precision, reach, withoutSupplyRecommended, each }) {
  const ranking = Object.fromEntries(Object.entries({ nDCG10, recall10, recall50, P1, MRR }).map(([key, value]) => [key, rounded(value)]));
  const bands = { recommended, precision: rounded(precision), reach: rounded(reach), withoutSupplyRecommended };
  const byScenario = each.filter(({ isSupplied }) => isSupplied).map((one) => [one.scenarioId, rounded(one.nDCG10)]);
  return { version, ...ranking, empty, ...bands, each: Object.fromEntries(byScenario) };
}

export const readFigures = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * nDCG@10 then and now over the scenarios that were judged both times, so that further labels change nothing; and
 * those that lost most. `hasFallen` when the mean lost more than 0.01.
 */
export function compare(before, now) {
  const nowById = new Map(now.each.filter(({ isSupplied }) => isSupplied).map(({ scenarioId, nDCG10 }) => [scenarioId, nDCG10]));
  const common = Object.entries(before.each).filter(([id]) => nowById.has(id)).map(([id, then]) => ({ id, then, now: nowById.get(id) }));
  const [then, today] = [mean(common.map((one) => one.then)), mean(common.map((one) => one.now))];
  const fallen = common.filter((one) => one.now < one.then - MOST_LOST).sort((a, b) => a.now - a.then - (b.now - b.then));
  const examples = fallen.slice(0, 5).map(({ id, then: t, now: n }) => `${id} ${t.toFixed(3)} → ${n.toFixed(3)}`);
  const sentence = `nDCG@10 ${then.toFixed(4)} → ${today.toFixed(4)} over ${common.length} scenarios${examples.length ? `; fallen most: ${examples.join(', ')}` : ''}`;
  return { compared: common.length, then, now: today, hasFallen: today < then - MOST_LOST, sentence };
}
