import type { MessageKind, MessageMode } from '@mantianxing/contracts';
import type { TemplateName } from './notification';

/** Which kind each message is of. A template without one does not compile. */
export const KIND_OF: Record<TemplateName, MessageKind> = {
  'scenario.submitted': 'TASK',
  'scenario.returned': 'TASK',
  'scenario.approved': 'TASK',
  'scenario.published': 'NEWS',
  'scenario.withdrawn.firm': 'PROGRESS',
  'scenario.withdrawn.unit': 'PROGRESS',
  'capability.staled': 'TASK',
  'scenario.shut': 'PROGRESS',
  'scenario.expired': 'PROGRESS',
  'scenario.not-landed': 'PROGRESS',
  'suggestion.proposed': 'SUGGESTION',
  'consent.asked.firm': 'CONSENT',
  'consent.asked.unit': 'CONSENT',
  'consent.reminded': 'CONSENT',
  'consent.answered': 'PROGRESS',
  'consent.revoked': 'INTRODUCTION',
  'introduction.made': 'INTRODUCTION',
  'introduction.made.staff': 'INTRODUCTION',
  'pairing.declined': 'PROGRESS',
  'pairing.not-landed': 'PROGRESS',
  'pairing.stalled': 'TASK',
  'pairing.lapsed.firm': 'PROGRESS',
  'pairing.lapsed.unit': 'PROGRESS',
  'due.passed': 'TASK',
  'due.escalated': 'TASK',
  'membership.recertification-due': 'TASK',
};

/** A row of another version counts as news: it is told, but wakes nobody. */
export const kindOf = (template: string): MessageKind => KIND_OF[template as TemplateName] ?? 'NEWS';

export const templatesOf = (kind: MessageKind): string[] =>
  Object.entries(KIND_OF).flatMap(([template, own]) => (own === kind ? [template] : []));

interface KindRule {
  mode: MessageMode;
  note: string;
  fixedBecause?: string;
  isForStaff?: true;
}

/** DOMAIN.md feature 5: digest by default; what waits for this very person comes at once. */
export const KIND_RULES: Record<MessageKind, KindRule> = {
  SECURITY: { mode: 'AT_ONCE', note: '新设备登录、密码与验证方式变更。', fixedBecause: '关系账号安全，任何时候都即时发送，不能关闭。' },
  CONSENT: { mode: 'AT_ONCE', note: '是否同意对接，以及到期前的提醒。', fixedBecause: '有答复期限，且只有您能答复，不能关闭。' },
  TASK: { mode: 'AT_ONCE', note: '待审核、待发布、请补充等等您处理的事。' },
  INTRODUCTION: { mode: 'AT_ONCE', note: '双方已同意对接，或一方撤回同意。' },
  SUGGESTION: { mode: 'DIGEST', note: '新的撮合建议待审核。', isForStaff: true },
  PROGRESS: { mode: 'DIGEST', note: '对接结束、场景撤回等进展。' },
  NEWS: { mode: 'DIGEST', note: '场景已发布等告知，不需要您处理。' },
};

export const isFixed = (kind: MessageKind): boolean => KIND_RULES[kind].fixedBecause !== undefined;

/** Parts of a digest, in reading order. */
export const DIGEST_PARTS = [
  { title: '待您处理', kinds: ['CONSENT', 'TASK', 'SUGGESTION'] },
  { title: '有进展', kinds: ['INTRODUCTION', 'PROGRESS'] },
  { title: '供知悉', kinds: ['NEWS', 'SECURITY'] },
] as const satisfies { title: string; kinds: MessageKind[] }[];
