import type { Partner, TemplateParams } from '../domain/notification';
import type { Message } from './message';
import { listed, named, subjectWith } from './wording';

const SHOWN_REASONS = 3;
const because = (reasons: readonly string[]): string =>
  reasons.length > 0 ? `主要理由：${listed(reasons.slice(0, SHOWN_REASONS), SHOWN_REASONS)}。` : '';
const together = (partners: readonly Partner[]): string =>
  partners.map(({ firm, capability }) => `${named(firm)}的“${named(capability)}”`).join('与');
const NEXT = '专员会分别征询双方意愿，双方都同意后才互见联系方式。';

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

export const formedForFirm = ({
  title,
  unit,
  capability,
  reasons,
  partners = [],
}: TemplateParams['pairing.formed.firm']): Message => ({
  subject: subjectWith('拟对接场景：', title),
  paragraphs: [
    partners.length > 0
      ? `${named(unit)}的《${named(title)}》可由贵公司“${named(capability)}”与${together(partners)}组成联合体承接，工作人员建议对接。${because(reasons)}`
      : `${named(unit)}的《${named(title)}》与贵公司“${named(capability)}”较契合，工作人员建议对接。${because(reasons)}`,
    NEXT,
  ],
  action: '查看场景与理由',
});

export const formedForUnit = ({
  title,
  firm,
  capability,
  reasons,
  partners = [],
}: TemplateParams['pairing.formed.unit']): Message => ({
  subject: subjectWith('拟对接企业：', title),
  paragraphs: [
    partners.length > 0
      ? `${together([{ firm, capability }, ...partners])}可组成联合体承接贵单位《${named(title)}》，工作人员建议对接。${because(reasons)}`
      : `${named(firm)}的“${named(capability)}”与贵单位《${named(title)}》较契合，工作人员建议对接。${because(reasons)}`,
    NEXT,
  ],
  action: '查看企业与理由',
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
