/** A stretch of normalised text, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

const CLAUSE_END = /[。；;，,！!？?\n()（）]/;
const TRIGGER =
  /不含|不包含|不包括|不涉及|不安装|不改造|不建设|不新建|不采购|不购买|不更换|不接入|不采用|不使用|不替换|不新增|不另建|不承担|不做|无需|不需要|不需|不得|严禁|禁止|不纳入|不属于本/g;
const EXCEPTED = /除外|不在(?:本次|本项目)?(?:建设|采购|服务)?范围/g;

/** Stretches that rule something out: `不含…` up to the end of its clause, `…除外` from the beginning of its clause. */
export function negatedSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(TRIGGER)) {
    spans.push({ start: match.index, end: clauseEnd(text, match.index + match[0].length) });
  }
  for (const match of text.matchAll(EXCEPTED)) {
    spans.push({ start: clauseStart(text, match.index), end: match.index + match[0].length });
  }
  return spans;
}

/** An offer that needs no rebuilding praises itself; only what it says it does not do is ruled out. */
const NOT_OFFERED = /不含|不包含|不包括|不涉及|不提供|(?:暂|尚)?不支持|不适用于/g;

/** Stretches in which a capability says what it does not do: up to the end of the clause. */
export function notOfferedSpans(text: string): Span[] {
  return [...text.matchAll(NOT_OFFERED)].map(({ index, 0: trigger }) => ({
    start: index,
    end: clauseEnd(text, index + trigger.length),
  }));
}

function clauseEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) if (CLAUSE_END.test(text.charAt(i))) return i;
  return text.length;
}

function clauseStart(text: string, from: number): number {
  for (let i = from - 1; i >= 0; i -= 1) if (CLAUSE_END.test(text.charAt(i))) return i + 1;
  return 0;
}

const BOILERPLATE =
  /预算|资金来源|万元|亿元|联系人|联系方式|咨询电话|截止(?:日期|时间)|报名|申报(?:时间|材料|条件)|合同签订|工期|质保|付款|投标|供应商(?:须|应)|知识产权归|保密协议|另行通知|解释权/;

/** Sentences of procedure (money, dates, contacts) that say nothing of the need, as spans of the normalised text. */
export function boilerplateSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && !/[。；;！!\n]/.test(text.charAt(i))) continue;
    if (BOILERPLATE.test(text.slice(start, i))) spans.push({ start, end: i });
    start = i + 1;
  }
  return spans;
}

export function isWithin(spans: readonly Span[], start: number, end: number): boolean {
  return spans.some((span) => start >= span.start && end <= span.end);
}
