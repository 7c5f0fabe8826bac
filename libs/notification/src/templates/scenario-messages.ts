import type { TemplateParams } from '../domain/notification';
import type { Message } from './message';
import { cut, dayInWords, listed, named, plain, subjectWith } from './wording';

const by = (day: string, act: string): string => (day ? `，请在${dayInWords(day)}前${act}` : `，请${act}`);

export const submitted = ({
  title,
  unit,
  clarity,
  dueDay,
}: TemplateParams['scenario.submitted']): Message => ({
  subject: subjectWith('待审核：', title),
  paragraphs: [`${named(unit)}提交《${named(title)}》，清单得分${clarity}${by(dueDay, '审核')}。`],
  action: '去审核',
});

export const returned = ({ title, wanted }: TemplateParams['scenario.returned']): Message => ({
  subject: subjectWith('请补充：', title, wanted.length > 0 ? `还差${wanted.length}项` : ''),
  paragraphs: [
    `《${named(title)}》已退回补充。${wanted.length > 0 ? `缺：${listed(wanted, 6)}。` : ''}`,
    '已填内容都在，补充后可再次提交。',
  ],
  action: '去补充',
});

export const approved = ({ title, unit, dueDay }: TemplateParams['scenario.approved']): Message => ({
  subject: subjectWith('待发布：', title),
  paragraphs: [`${named(unit)}的《${named(title)}》已通过审核${by(dueDay, '发布')}。`],
  action: '去发布',
});

export const published = ({ title }: TemplateParams['scenario.published']): Message => ({
  subject: subjectWith('已发布：', title),
  paragraphs: [`《${named(title)}》现已公开。有合适企业时会再告知您。`],
  action: '查看场景',
});

const because = (reason: string): string =>
  plain(reason) ? `原因：${cut(reason, 80).replace(/。+$/u, '')}。` : '';

export const withdrawnForFirm = ({
  title,
  unit,
  reason,
}: TemplateParams['scenario.withdrawn.firm']): Message => ({
  subject: subjectWith('已撤回：', title),
  paragraphs: [`${named(unit)}的《${named(title)}》已撤回。${because(reason)}`, '不影响贵方今后的推荐。'],
  action: '查看推荐场景',
});

export const withdrawnForUnit = ({ title, reason }: TemplateParams['scenario.withdrawn.unit']): Message => ({
  subject: subjectWith('已撤回：', title),
  paragraphs: [`工作人员已撤回贵单位《${named(title)}》。${because(reason)}`, '内容都在，修改后可再次提交。'],
  action: '查看场景',
});

const AGAIN = '仍有需要的，可写新的截止日期后再次提交。';

export const shut = ({ title }: TemplateParams['scenario.shut']): Message => ({
  subject: subjectWith('已截止：', title),
  paragraphs: [`《${named(title)}》截止日期已过，不再公开，不再接受新的对接。已开始的对接继续进行。`],
  action: '查看对接',
});

export const expired = ({ title }: TemplateParams['scenario.expired']): Message => ({
  subject: subjectWith('已到期：', title),
  paragraphs: [`《${named(title)}》截止日期已过，不再公开。`, AGAIN],
  action: '查看场景',
});

export const nowhereLanded = ({ title }: TemplateParams['scenario.not-landed']): Message => ({
  subject: subjectWith('未落地：', title),
  paragraphs: [`《${named(title)}》截止日期已过，各项对接均已结束，记为未落地。`, AGAIN],
  action: '查看场景',
});
