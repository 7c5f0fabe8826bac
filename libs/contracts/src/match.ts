/** Bands of a suggestion: PORTAL.md section 1 gives each a shape as well as a colour. */
export const BANDS = ['RECOMMENDED', 'CANDIDATE', 'WEAK'] as const;
export type Band = (typeof BANDS)[number];
export const BAND_LABEL: Record<Band, string> = { RECOMMENDED: '推荐', CANDIDATE: '候选', WEAK: '弱匹配' };

export const REASON_KINDS = [
  'SAME_WORD', // 双方都提到
  'SYNONYM', // 意思相近
  'ABBREVIATION', // 简称即全称
  'VARIANT', // 繁简、写法
  'BROADER', // 属于一类
  'ANSWERS', // 可用于解决
  'SECTOR',
  'TAG',
  'GENERAL_USE', // 通用产品
  'QUALIFICATION',
  'PLATFORM',
  'LOCAL',
  'SIZE',
  'DEADLINE',
  'FIRST_VERSION',
  'CASE',
  'EMBEDDING',
  'CONSORTIUM', // 联合体分工
  'LEAD', // 本场景最相符的一项
  'MISSING', // 未覆盖
  'EXCLUDED', // 场景注明不含
  'RULE', // 不满足必需条件
  'TO_VERIFY', // 待核实
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** A stretch of one side's text: `text` stands verbatim at `start`..`end` of `field`, in UTF-16 units. */
export interface Mark {
  field: string;
  start: number;
  end: number;
  text: string;
  /** Whose text, where a suggestion has several members. */
  capabilityId?: string;
}

/** 匹配理由: one criterion, what it adds to the score, and the words that carry it on both sides. */
export interface MatchReason {
  kind: ReasonKind;
  /** Share of the score, 0..1; the contributions of one suggestion sum to its score. */
  contribution: number;
  /** Chinese sentence as in PORTAL.md's copy deck. */
  sentence: string;
  scenarioMarks: Mark[];
  capabilityMarks: Mark[];
  /** Whose reason, where a suggestion has several members; absent: it holds for all together. */
  capabilityId?: string;
}
