import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** Plain BM25 as in the textbooks; with these and each word of the need asked once, the set's own README is met. */
const BM25 = { k: 1.2, b: 0.75, d: 0 };

const joined = (parts) => parts.flat().filter((part) => part).join('\n');
export const wholeScenario = (one) =>
  joined([one.title, one.background, one.need, one.inScope, one.outOfScope, one.acceptance, one.technologyTags, one.sector]);
export const wholeCapability = (one) => joined([one.name, one.summary, one.description, one.technologyTags, one.sectors, one.cases]);

let jieba;
function words(text) {
  if (!jieba) {
    const { dict } = require('@node-rs/jieba/dict');
    jieba = require('@node-rs/jieba').Jieba.withDict(dict);
  }
  return jieba.cut(text.toLowerCase(), false).filter((word) => word.length > 1 && /[\p{L}\p{N}]/u.test(word));
}

function pairs(text) {
  return (text.toLowerCase().match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []).flatMap((run) =>
    /^[a-z0-9]/.test(run) || run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
}

function rankByBm25({ scenarios, capabilities }, asks, offers, tokenize) {
  const MiniSearch = require('minisearch');
  const index = new MiniSearch({ fields: ['text'], tokenize, processTerm: (term) => term });
  index.addAll(capabilities.map((one) => ({ id: one.id, text: offers(one) })));
  const once = { tokenize: (text) => [...new Set(tokenize(text))], bm25: BM25 };
  return new Map(scenarios.map((one) => [one.id, index.search(asks(one), once).map(({ id }) => ({ id }))]));
}

/** What a plain search library would have answered. */
export const BASELINES = [
  { name: 'BM25, words of whole texts', rank: (set) => rankByBm25(set, wholeScenario, wholeCapability, words) },
  { name: 'BM25, pairs of characters', rank: (set) => rankByBm25(set, wholeScenario, wholeCapability, pairs) },
  { name: 'title against name', rank: (set) => rankByBm25(set, ({ title }) => title, ({ name }) => name, words) },
];
