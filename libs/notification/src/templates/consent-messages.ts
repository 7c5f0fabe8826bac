import type { Partner, TemplateParams } from '../domain/notification';
import type { Message } from './message';
import { dayInWords, listed, monthAndDay, named, subjectWith } from './wording';

const SHOWN_REASONS = 3;
const because = (reasons: readonly string[]): string =>
  reasons.length > 0 ? `主要理由：${listed(reasons.slice(0, SHOWN_REASONS), SHOWN_REASONS)}。` : '';
const together = (partners: readonly Partner[]): string =>
  partners.map(({ firm, capability }) => `${named(firm)}的“${named(capability)}”`).join('与');
const before = (dueDay: string): string => (monthAndDay(dueDay) ? `请在${monthAndDay(dueDay)}前答复：` : '请答复：');
const reasonOf = (reason: string): string => (reason ? `原因：${cutStop(named(reason))}。` : '');
const cutStop = (text: string): string => text.replace(/[。；;.]+$/u, '');
const PROMISE = '双方都同意后才互见联系方式，答复无需登录。';
const names = (organizations: readonly string[]): string => organizations.map(named).join('、');

export const askedForFirm = (params: TemplateParams['consent.asked.firm']): Message => {
  const { title, unit, capability, reasons, partners = [], dueDay } = params;
  return {
    subject: subjectWith(`${before(dueDay)}是否对接`, title),
    paragraphs: [
      partners.length > 0
        ? `${named(unit)}的《${named(title)}》可由贵公司“${named(capability)}”与${together(partners)}组成联合体承接。${because(reasons)}`
        : `${named(unit)}的《${named(title)}》与贵公司“${named(capability)}”较契合。${because(reasons)}`,
      PROMISE,
    ],
    action: '提交答复',
  };
};

export const askedForUnit = (params: TemplateParams['consent.asked.unit']): Message => {
  const { title, firm, capability, reasons, partners = [], dueDay } = params;
  return {
    subject: `${before(dueDay)}是否与企业对接`,
    paragraphs: [
      partners.length > 0
        ? `${together([{ firm, capability }, ...partners])}可组成联合体承接贵单位《${named(title)}》。${because(reasons)}`
        : `${named(firm)}“${named(capability)}”与贵单位《${named(title)}》较契合。${because(reasons)}`,
      PROMISE,
    ],
    action: '提交答复',
  };
};

export const reminded = ({ title, dueDay }: TemplateParams['consent.reminded']): Message => ({
  subject: subjectWith('提醒：请答复', title, '对接'),
  paragraphs: [`尚未收到您的答复，是否对接都请告知。${dueDay ? `${dayInWords(dueDay)}后由专员与您联系。` : ''}`],
  action: '提交答复',
});

export const answered = ({ title, organization, answer, reason, waiting }: TemplateParams['consent.answered']): Message => ({
  subject: subjectWith(answer === 'AGREED' ? '同意对接：' : '暂不对接：', title),
  paragraphs: [
    `${named(organization)}对《${named(title)}》的征询答复“${answer === 'AGREED' ? '同意对接' : '暂不对接'}”。${reasonOf(reason)}`,
    ...(waiting.length > 0 ? [`尚未答复：${names(waiting)}。`] : []),
  ],
  action: '查看对接',
});

export const revoked = ({ title, organization, reason }: TemplateParams['consent.revoked']): Message => ({
  subject: subjectWith('已撤回同意：', title),
  paragraphs: [`${named(organization)}撤回了对《${named(title)}》的对接同意，联系方式已停止查看。${reasonOf(reason)}`],
  action: '查看对接',
});

export const introduced = ({ title, others, meetBy }: TemplateParams['introduction.made']): Message => ({
  subject: subjectWith('双方已同意对接：', title),
  paragraphs: [
    others.length > 0 ? `对接方：${names(others)}。` : '',
    `请登录查看联系人（查看留痕）${meetBy ? `，建议${dayInWords(meetBy)}前首次沟通` : ''}。`,
  ].filter(Boolean),
  action: '查看联系人',
});

export const introducedForStaff = ({ title, others, meetBy }: TemplateParams['introduction.made.staff']): Message => ({
  subject: subjectWith('双方已同意对接：', title),
  paragraphs: [`${names(others)}已互见联系方式。${meetBy ? `请在${dayInWords(meetBy)}前跟进首次沟通。` : '请跟进首次沟通。'}`],
  action: '查看对接',
});

export const declined = ({ title, reason }: TemplateParams['pairing.declined']): Message => ({
  subject: subjectWith('本次暂不对接：', title),
  paragraphs: [`《${named(title)}》本次暂不对接。${reasonOf(reason)}不影响贵方今后的推荐。`],
  action: '查看对接',
});

export const notLanded = ({ title, reason }: TemplateParams['pairing.not-landed']): Message => ({
  subject: subjectWith('对接已终止：', title),
  paragraphs: [`《${named(title)}》的对接已终止。${reasonOf(reason)}不影响贵方今后的推荐。`],
  action: '查看对接',
});

export const stalled = ({ title, silent, declined: no }: TemplateParams['pairing.stalled']): Message => ({
  subject: silent.length > 0 ? '1项征询逾期未答复' : '1项征询需要调整成员',
  paragraphs: [
    silent.length > 0
      ? `《${named(title)}》：${names(silent)}未答复，请电话跟进。`
      : `《${named(title)}》：${names(no)}暂不对接，请调整成员或结束。`,
  ],
  action: '去跟进',
});
