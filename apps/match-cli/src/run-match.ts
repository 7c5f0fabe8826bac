import { basename } from 'node:path';
import { DISCLAIMER } from '@mantianxing/contracts';
import { readCapabilityList, readScenarioList, type ReadList } from '@mantianxing/import';
import { matchLists } from '@mantianxing/matching/lists';
import type { MatchOptions } from './arguments';
import { isGap, keepPairings, type MatchedLists, type ScenarioPairings } from './pairings';
import { PlainFailure, readFailure } from './plain-failure';
import { toCapabilityProfile, toScenarioProfile } from './profiles';
import { Progress } from './progress';
import { refuseUnwritable, writeTogether } from './safe-file';
import { writeJson } from './write-json';

/** Two lists in, the workbook (and JSON) out. @throws PlainFailure with a sentence for the person. */
export async function runMatch(options: MatchOptions): Promise<void> {
  const began = Date.now();
  await refuseUnwritable([options.out, ...(options.json ? [options.json] : [])]);
  const scenarios = await readOne('场景清单', options.scenarios, readScenarioList);
  const capabilities = await readOne('能力清单', options.capabilities, readCapabilityList);
  const results = matchAll(scenarios.rows, capabilities.rows, options.top);
  const matched: MatchedLists = {
    files: { scenarios: basename(options.scenarios), capabilities: basename(options.capabilities) },
    scenarios,
    capabilities,
    results,
    asOf: today(),
  };
  tellResults(results);
  await writeAll(matched, options);
  const problems = [...scenarios.problems, ...capabilities.problems].length;
  if (problems) say(`清单中有${problems}处需要核对，见结果中的“读取情况”`);
  say(`已写出 ${[options.out, options.json].filter(Boolean).join('、')}，用时${((Date.now() - began) / 1000).toFixed(1)}秒`);
  say(DISCLAIMER);
}

async function readOne<Entry>(
  label: string,
  path: string,
  read: (path: string) => Promise<ReadList<Entry>>,
): Promise<ReadList<Entry>> {
  try {
    const list = await read(path);
    const skipped = list.problems.filter((problem) => problem.effect === 'ROW_SKIPPED').length;
    say(`${label} ${basename(path)}：读到${list.rows.length}条${skipped ? `，${skipped}行未读` : ''}`);
    if (!list.rows.length) throw new PlainFailure(nothingRead(label, path, list));
    return list;
  } catch (error) {
    throw readFailure(error, label, path);
  }
}

function nothingRead<Entry>(label: string, path: string, { problems }: ReadList<Entry>): string {
  const first = problems.slice(0, 3).map(({ row, reason }) => `第${row}行${reason}`);
  const why = first.length ? `：${first.join('；')}` : '，表头下面没有内容';
  return `${label} ${path}里没有一条能读的记录${why}`;
}

function matchAll(
  scenarios: MatchedLists['scenarios']['rows'],
  capabilities: MatchedLists['capabilities']['rows'],
  top: number,
): ScenarioPairings[] {
  const progress = new Progress('正在匹配');
  const onProgress = (done: number, whole: number): void => progress.at(done, whole);
  const found = matchLists(scenarios.map(toScenarioProfile), capabilities.map(toCapabilityProfile), {
    asOf: today(),
    top,
    onProgress,
  });
  const results: ScenarioPairings[] = [];
  for (const one of found) results.push(keepPairings(one, capabilities, top));
  progress.end();
  return results;
}

async function writeAll(matched: MatchedLists, { out, json, top }: MatchOptions): Promise<void> {
  // Loaded after matching: the writer of workbooks is the heaviest part.
  const { writeWorkbook } = require('./report/write-workbook') as typeof import('./report/write-workbook');
  const progress = new Progress('正在写出');
  const files = [
    { path: out, write: (path: string) => writeWorkbook(path, matched, top, (done, whole) => progress.at(done, whole)) },
  ];
  if (json) files.push({ path: json, write: (path: string) => writeJson(path, matched) });
  try {
    await writeTogether(files);
  } finally {
    progress.end();
  }
}

function tellResults(results: ScenarioPairings[]): void {
  const bands = results.flatMap(({ pairings }) => pairings.map((pairing) => pairing.band));
  const count = (band: string): number => bands.filter((one) => one === band).length;
  const gaps = results.filter(isGap).length;
  say(`匹配完成：${results.length}个场景，推荐${count('RECOMMENDED')}项，候选${count('CANDIDATE')}项，缺口${gaps}个`);
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
