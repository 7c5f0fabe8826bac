import { Converter } from 'opencc-js/t2cn';

/** What is compared of an entry. */
export interface ComparedText {
  /** What tells entries apart: their names and short descriptions. */
  head: string;
  /** The rest. It never outweighs a short head by far: firms repeat themselves in it. */
  body: string;
  /** Names of the publisher: they say who wants or sells it, not what it is. */
  names: readonly string[];
}

/** Character pairs with whole-number weights, so that sums are exact and the comparison symmetric. */
export interface Fingerprint {
  weights: ReadonlyMap<number, number>;
  total: number;
}

/** From here on two entries are held to be one until somebody says otherwise (MODEL.md: duplicate ≥0.9 confirmed). */
export const NEAR_DUPLICATE = 0.9;
/** Worth a look while writing. */
export const SIMILAR = 0.6;

/** One character's weight; a multiple of it keeps scaled weights fine enough after rounding. */
const FULL = 1000;
/** What a firm says of itself under every product, and what every product is said to support. */
const TALK_WEIGHT = 200;
/** Characters around such a word that weigh as little; never a whole clause, which one added word would overturn. */
const TALK_REACH = 6;
/** Characters a body may weigh even where the head is shorter. */
const BODY_FLOOR = 120;
const TALK =
  /公司|我司|企业|团队|成立于|注册资本|营收|客户|荣获|专利|软著|著作权|高新|专精特新|资质|认证|满星|iso|cmmi|国产化|信创|私有化|二次开发|开放接口|接口|部署|扩容|售后|质保|维保|运维|技术支持|培训|响应|交付|报价|价格|付款|升级|版本|7x?24/gu;
const SENTENCE_END = /[。；;！!？?\n\r]+/u;
const CLAUSE_END = /[，,：:]/u;
const PLACE = /\p{Script=Han}{2}(?:街道办事处|街道|镇)/gu;

let converter: ((text: string) => string) | undefined;

/** One width, one case, Simplified characters. */
function fold(text: string): string {
  // Built on first use: a dictionary that processes comparing nothing need not hold.
  const simplify = (converter ??= Converter({ from: 't', to: 'cn' }));
  return simplify(text.normalize('NFKC').toLowerCase());
}

/** Folded and without the publisher's own names; punctuation stays for now. */
function plain(text: string, names: readonly string[]): string {
  let result = fold(text);
  const spellings = names.flatMap((name) => spellingsOf(fold(name)));
  for (const name of spellings.sort((one, other) => other.length - one.length)) {
    result = result.replaceAll(name, '');
  }
  return result.replace(PLACE, '');
}

/** 星江区应急局, 区应急局, 应急局; 重庆山城安联科技有限公司, 山城安联. */
function spellingsOf(name: string): string[] {
  const firm = name
    .replace(/[（(].*?[）)]/gu, '')
    .replace(/^(?:重庆市?|四川|成都|北京|上海|深圳|广东|浙江|杭州)/u, '')
    .replace(/(?:信息|软件|科技|技术|网络|智能|数字|数据|股份|集团|有限|责任|公司)+$/u, '');
  const ofDistrict = name.replace(/^\p{Script=Han}{2,3}?(?=[区县市])/u, '');
  return [name, firm, ofDistrict, ofDistrict.replace(/^[区县市]/u, '')].filter(({ length }) => length > 1);
}

const NOT_WRITTEN = /[^\p{L}\p{N}]/gu;

/** Runs without punctuation, one a sentence, with the weight of each UTF-16 unit. */
function* runsOf(text: string, discount: boolean): Generator<{ run: string; weights: number[] }> {
  for (const sentence of text.split(SENTENCE_END)) {
    let run = '';
    const weights: number[] = [];
    for (const clause of sentence.split(CLAUSE_END)) {
      const written = clause.replace(NOT_WRITTEN, '');
      const own = new Array<number>(written.length).fill(FULL);
      if (discount) {
        for (const { index, 0: word } of written.matchAll(TALK)) {
          own.fill(TALK_WEIGHT, Math.max(0, index - TALK_REACH), index + word.length + TALK_REACH);
        }
      }
      run += written;
      weights.push(...own);
    }
    if (run) yield { run, weights };
  }
}

function addPairs(into: Map<number, number>, runs: Iterable<{ run: string; weights: number[] }>): number {
  let total = 0;
  for (const { run, weights } of runs) {
    for (let at = 0; at < Math.max(1, run.length - 1); at += 1) {
      const key = run.charCodeAt(at) * 0x10000 + (run.charCodeAt(at + 1) || 0);
      const weight = Math.min(weights[at] as number, weights[at + 1] ?? FULL);
      into.set(key, (into.get(key) ?? 0) + weight);
      total += weight;
    }
  }
  return total;
}

/** Reads a text once for any number of comparisons. */
export function fingerprintOf({ head, body, names }: ComparedText): Fingerprint {
  const weights = new Map<number, number>();
  const pairs = new Map<number, number>();
  const headTotal = addPairs(weights, runsOf(plain(head, names), false));
  const bodyTotal = addPairs(pairs, runsOf(plain(body, names), headTotal > 0));
  const most = headTotal > 0 ? Math.max(headTotal, BODY_FLOOR * FULL) : bodyTotal;
  const scale = bodyTotal > most ? most / bodyTotal : 1;
  for (const [key, weight] of pairs) weights.set(key, (weights.get(key) ?? 0) + Math.round(weight * scale));
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return { weights, total };
}

/**
 * How much of two texts is the same, 0..1 (Dice over weighted character pairs): symmetric, 1 for the same text,
 * and 0 where one of them is empty.
 */
export function similarity(one: Fingerprint, other: Fingerprint): number {
  if (one.total === 0 || other.total === 0) return 0;
  const [fewer, more] = one.weights.size <= other.weights.size ? [one, other] : [other, one];
  let common = 0;
  for (const [key, weight] of fewer.weights) common += Math.min(weight, more.weights.get(key) ?? 0);
  return (2 * common) / (one.total + other.total);
}

/** Whole per cent, rounded down: 90 is never said of less than 0.9. */
export const percentOf = (share: number): number => Math.floor(share * 100 + 1e-9);

const BANDS = 24;
const ROWS = 3;

const mixed = (value: number): number => {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};

/**
 * 24 whole numbers (32 bit, signed): texts that are 0.9 alike share at least one but for about one case in ten
 * thousand, unrelated ones hardly ever. Min-hashes of the character triples, three to a band. Stored signatures are compared
 * with new ones: a change here needs a migration that empties the stored ones, which their apps then sign anew.
 */
export function signatureOf({ head, body, names }: ComparedText): number[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  const triples = triplesOf([
    ...runsOf(plain(head, names), false),
    ...runsOf(plain(body, names), head !== ''),
  ]);
  for (const triple of triples) {
    for (let row = 0; row < least.length; row += 1) {
      const hash = Math.imul(triple ^ Math.imul(row, 0x9e3779b1), 2 * row + 0x2545f491) >>> 0;
      const spread = (hash ^ (hash >>> 15)) >>> 0;
      if (spread < (least[row] as number)) least[row] = spread;
    }
  }
  if (triples.size === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    let key = band;
    for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) key = mixed(key ^ (least[row] as number));
    return key | 0;
  });
}

/** Talk is left out as long as anything else is there. */
function triplesOf(runs: readonly { run: string; weights: number[] }[]): Set<number> {
  const telling = new Set<number>();
  const all = new Set<number>();
  for (const { run, weights } of runs) {
    for (let at = 0; at < Math.max(1, run.length - 2); at += 1) {
      const pair = (run.charCodeAt(at) << 16) | (run.charCodeAt(at + 1) || 0);
      const triple = mixed(mixed(pair) ^ (run.charCodeAt(at + 2) || 0));
      all.add(triple);
      if (weights[at] === FULL) telling.add(triple);
    }
  }
  return telling.size > 0 ? telling : all;
}

/** Those of `entries` that are alike by `atLeast` or more, most alike first. */
export function alikeAmong<T>(
  text: ComparedText,
  entries: readonly T[],
  textOf: (entry: T) => ComparedText,
  atLeast: number,
): { entry: T; percent: number }[] {
  const fingerprint = fingerprintOf(text);
  return entries
    .map((entry) => ({ entry, share: similarity(fingerprint, fingerprintOf(textOf(entry))) }))
    .filter(({ share }) => share >= atLeast)
    .sort((one, other) => other.share - one.share)
    .map(({ entry, share }) => ({ entry, percent: percentOf(share) }));
}
