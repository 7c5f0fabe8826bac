import { plain } from './cell-text';
import { CHINESE_NUMERAL, readChineseNumber } from './chinese-number';

export type MoneyUnit = '元' | '万元' | '亿元';

/** What a cell says about money; fen are integers, null is an open end. */
export type AmountReading =
  | { kind: 'amount'; minFen: number | null; maxFen: number | null; approximate: boolean; note: string }
  | { kind: 'unknown' }
  | { kind: 'wrong'; reason: string; remedy: string };

const FEN: Record<string, number> = { 元: 100, 千: 100_000, 万: 1e6, 十万: 1e7, 百万: 1e8, 千万: 1e9, 亿: 1e10 };
const UNIT_FEN: Record<MoneyUnit, number> = { 元: 100, 万元: 1e6, 亿元: 1e10 };
/** Above this a district's scenario is surely a slip of the unit. */
const MOST_FEN = 1e12;
const NUMBER = `(?:\\d+(?:\\.\\d+)?|${CHINESE_NUMERAL}+)`;
const TOKEN = new RegExp(`(${NUMBER})(亿|千万|百万|十万|万|w|千)?(?:元|圆|块)?`, 'g');
const NOT_STATED =
  /^(?:面议|面商|待定|未定|待议|待明确|待核定|另议|另行|暂无|未知|不详|保密|详见|见附件|按|以|根据|视|免费|协商|议价)/;
const COUNTED = /^(?:年|月|日|个|台|套|项|期|人|家|次|%|％|倍|天|路|处|所|条|类)/;
const AT_MOST_BEFORE = /(?:不超过|不超|不高于|不大于|最高|上限|控制在|至多|(?<!不)(?:小于|低于|少于)|≤|<=|<)(?:人民币|¥|￥|rmb)?$/;
const AT_LEAST_BEFORE = /(?:不少于|不低于|不小于|最低|至少|大于|超过|高于|≥|>=|>)(?:人民币|¥|￥|rmb)?$/;
const AT_MOST_AFTER = /^(?:人民币)?(?:以内|以下|之内|内|封顶)/;
const AT_LEAST_AFTER = /^(?:人民币)?(?:以上|起)/;
const BETWEEN = /^[-–—―~〜至到]+$/;
const BETWEEN_NEXT = /^[-–—―~〜至到]/;

interface Token {
  value: number;
  unit: string;
  hasMoneyWord: boolean;
  start: number;
  end: number;
}

/**
 * Reads 80万元, ８０－１２０万, 1.2亿元, 八十万, 不超过50万, 550,000元, 面议.
 * `headingUnit` is the unit written into the column's heading; a unit in the cell wins.
 */
export function readAmount(text: string, headingUnit?: MoneyUnit): AmountReading {
  const cell = plain(text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  if (!cell || /^[-–—/\\无]+$/.test(cell) || NOT_STATED.test(cell)) return { kind: 'unknown' };
  if (/^(?:¥|￥|rmb|人民币)?(?:-|负)\d/.test(cell)) {
    return { kind: 'wrong', reason: '金额是负数', remedy: '请填写正数，如“80万元”；未定请写“待定”' };
  }
  const tokens = moneyTokens(cell);
  if (!tokens.length) {
    return { kind: 'wrong', reason: '看不出金额', remedy: '请写成“80万元”“80-120万元”，未定请写“待定”' };
  }
  return bounds(cell, tokens, headingUnit);
}

function moneyTokens(cell: string): Token[] {
  const found: Token[] = [];
  for (const match of cell.matchAll(TOKEN)) {
    const value = /^\d/.test(match[1]) ? Number(match[1]) : readChineseNumber(match[1]);
    const end = match.index + match[0].length;
    const hasMoneyWord = match[0].length > match[1].length;
    const loneNumeral = match[0].length === 1 && !/\d/.test(match[0]) && !BETWEEN_NEXT.test(cell.slice(end));
    if (value === null || loneNumeral || (!hasMoneyWord && COUNTED.test(cell.slice(end)))) continue;
    found.push({ value, unit: unitOf(match[2], match[0]), hasMoneyWord, start: match.index, end });
  }
  return joinCompound(cell, found);
}

function unitOf(written: string | undefined, whole: string): string {
  if (written) return written === 'w' ? '万' : written;
  return /[元圆块]$/.test(whole) ? '元' : '';
}

/** 1亿2000万元 is one amount. */
function joinCompound(cell: string, tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before?.unit === '亿' && token.unit.endsWith('万') && cell.slice(before.end, token.start) === '') {
      before.value += (token.value * FEN[token.unit]) / FEN['亿'];
      before.end = token.end;
    } else {
      joined.push(token);
    }
  }
  return joined;
}

function bounds(cell: string, tokens: Token[], headingUnit?: MoneyUnit): AmountReading {
  const chosen = choose(cell, tokens);
  const [low, high] = chosen.tokens;
  const last = high ?? low;
  if (high && !low.unit) low.unit = high.unit;
  if (high && !high.unit) high.unit = low.unit;
  let note = chosen.others ? '单元格里不止一个金额，取了其中一个' : '';
  const fen = (token: Token): number => {
    if (token.unit) return Math.round(token.value * FEN[token.unit]);
    if (headingUnit) return Math.round(token.value * UNIT_FEN[headingUnit]);
    if (token.value >= 10_000) return Math.round(token.value * FEN['元']);
    note = '没有写单位，按万元理解';
    return Math.round(token.value * FEN['万']);
  };
  const before = cell.slice(0, low.start);
  const after = cell.slice(last.end);
  const approximate = /约|左右|上下|大概|预计|估/.test(before + after);
  let minFen: number | null = fen(low);
  let maxFen: number | null = high ? fen(high) : minFen;
  if (!high && (AT_MOST_BEFORE.test(before) || AT_MOST_AFTER.test(after))) minFen = null;
  else if (!high && (AT_LEAST_BEFORE.test(before) || AT_LEAST_AFTER.test(after))) maxFen = null;
  if (minFen !== null && maxFen !== null && minFen > maxFen) {
    return { kind: 'wrong', reason: '金额的下限大于上限', remedy: '请核对前后两个数，小的写在前面' };
  }
  if ((maxFen ?? minFen ?? 0) > MOST_FEN) {
    return { kind: 'wrong', reason: '金额超过100亿元', remedy: '请核对单位是元、万元还是亿元' };
  }
  return { kind: 'amount', minFen, maxFen, approximate, note };
}

/** The range, or the total where one is named, or the first amount. */
function choose(cell: string, all: Token[]): { tokens: Token[]; others: boolean } {
  for (let at = 0; at + 1 < all.length; at++) {
    if (BETWEEN.test(cell.slice(all[at].end, all[at + 1].start))) {
      return { tokens: [all[at], all[at + 1]], others: all.length > 2 };
    }
  }
  const money = all.filter((token) => token.hasMoneyWord);
  const pool = money.length ? money : all;
  const total = pool.find((token) => /(?:总投资|总预算|总额|合计|共计|总计|共)[^\d]{0,4}$/.test(cell.slice(0, token.start)));
  return { tokens: [total ?? pool[0]], others: pool.length > 1 };
}

/** 投资估算（万元）, 预算/万元, 金额(单位:亿元) → the unit all cells below share. */
export function unitOfHeading(heading: string): MoneyUnit | undefined {
  const unit = /(亿元|万元|元)/.exec(plain(heading))?.[1];
  return unit as MoneyUnit | undefined;
}
