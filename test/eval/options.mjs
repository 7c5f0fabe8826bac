import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NotReady } from './built.mjs';
import { SAMPLE, setsBeside } from './relevance.mjs';
import { FEATURE_NAMES } from './without.mjs';

const ENGINES = ['exhaustive', 'embedded', 'meili'];

export const USAGE = `npm run eval -- [--set DIR]… what to measure; \`sample\` is the project's own. Default: the sets beside the clone, and sample
  --qrels FILE        other labels than qrels.tsv of the set
  --engine NAME       exhaustive (default), embedded (PostgreSQL) or meili: retrieval through the real adapter
  --among N           a crowd of N capabilities mixed from those of the set around them
  --without FEATURE…  the matcher without one of: ${FEATURE_NAMES.join(', ')}
  --ablate            without each of them in turn
  --alone             no baselines
  --rules             place, platform and qualification as in real matching (the labels judge substance alone)
  --worst N           the N scenarios answered worst, with what was missed
  --json [--each]     one line of JSON for each set [with every scenario's figures]
  --accept            writes test/eval/figures.json, which CI compares with
  --built DIR         another build than dist`;

/** The command line, checked. @throws NotReady with what is wrong */
export function readOptions(root, args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        set: { type: 'string', multiple: true },
        qrels: { type: 'string' },
        engine: { type: 'string', default: 'exhaustive' },
        without: { type: 'string', multiple: true, default: [] },
        built: { type: 'string' },
        among: { type: 'string', default: '0' },
        worst: { type: 'string', default: '0' },
        ...Object.fromEntries(['ablate', 'alone', 'rules', 'json', 'each', 'accept', 'help'].map((name) => [name, { type: 'boolean', default: false }])),
      },
    }));
  } catch (error) {
    throw new NotReady(`${error.message}\n${USAGE}`);
  }
  if (!ENGINES.includes(values.engine)) throw new NotReady(`There is no engine ${values.engine}: ${ENGINES.join(', ')}.`);
  const folders = values.set?.map((set) => (set === SAMPLE ? SAMPLE : resolve(set))) ?? [...setsBeside(root).values(), SAMPLE];
  for (const folder of folders) {
    if (folder !== SAMPLE && !existsSync(join(folder, 'capabilities.jsonl'))) throw new NotReady(`${folder} is no labelled set: it has no capabilities.jsonl.`);
  }
  if (values.qrels && folders.length > 1) throw new NotReady('--qrels goes with one --set.');
  if (values.accept && (values.qrels || values.rules || values.among !== '0')) {
    throw new NotReady('--accept takes the figures of the sets as they stand: leave out --qrels, --rules and --among.');
  }
  if (values.among !== '0' && values.engine === 'exhaustive') throw new NotReady('--among asks what an engine finds in a crowd: add --engine embedded or meili.');
  return { ...values, folders, without: values.ablate ? FEATURE_NAMES : values.without, worst: Number(values.worst), among: Number(values.among) };
}
