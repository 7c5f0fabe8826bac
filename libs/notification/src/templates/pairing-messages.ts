import type { TemplateParams } from '../domain/notification';
import type { Message } from './message';
import { named, subjectWith } from './wording';

export const proposed = ({
  title,
  proposed: n,
  recommended,
}: TemplateParams['suggestion.proposed']): Message => ({
  subject: `${n}条新建议待审核`,
  paragraphs: [
    `《${named(title)}》有${n}条新建议${recommended > 0 ? `，其中推荐${recommended}条` : ''}，请审核。`,
  ],
  action: '去审核',
});

const LEFT = {
  SCENARIO: '场景已撤回',
  CAPABILITY: '企业已撤下此项能力',
  PARTNER: '联合体的另一家企业已撤下能力',
} as const;

export const lapsedForFirm = ({
  title,
  capability,
  left,
}: TemplateParams['pairing.lapsed.firm']): Message => ({
  subject: subjectWith('对接已结束：', title),
  paragraphs: [
    `因${left === 'CAPABILITY' ? '贵公司已撤下此项能力' : LEFT[left]}，“${named(capability)}”与《${named(title)}》的对接不再继续。`,
    '不影响贵方今后的推荐。',
  ],
  action: '查看推荐场景',
});

export const lapsedForUnit = ({
  title,
  firm,
  capability,
  left,
}: TemplateParams['pairing.lapsed.unit']): Message => ({
  subject: subjectWith('对接已结束：', title),
  paragraphs: [
    `因${LEFT[left]}，《${named(title)}》与${named(firm)}“${named(capability)}”的对接不再继续。`,
    ...(left === 'CAPABILITY' ? ['其他候选企业不受影响。'] : []),
  ],
  action: '查看候选企业',
});
