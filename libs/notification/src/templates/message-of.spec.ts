import { ROUTES, type EventName, type StoredEvent } from '@mantianxing/contracts';
import type { TemplateName, TemplateParams } from '../domain/notification';
import { messageOf, TEMPLATE_NAMES } from './message-of';
import { htmlMail, textMail } from './mail-frame';
import { LONGEST_SUBJECT } from './wording';

const title = '老旧小区充电安全监测';
const capability = '消防物联平台';
const reasons = [
  '“火灾隐患”可由“视频烟火识别”解决。',
  '双方都提到“充电桩”',
  '同属“应急消防”',
  '本地企业，符合要求',
];

const SAMPLES: { [T in TemplateName]: TemplateParams[T] } = {
  'scenario.submitted': { title, unit: '区住房城乡建委', clarity: 86, dueDay: '2026-04-24' },
  'scenario.returned': { title, wanted: ['边界：请写明不包括的内容。', '资金：请选择资金来源'] },
  'scenario.approved': { title, unit: '区住房城乡建委', dueDay: '' },
  'scenario.published': { title },
  'scenario.withdrawn.firm': { title, unit: '区住房城乡建委', reason: '年度预算调整。' },
  'scenario.withdrawn.unit': { title, reason: '' },
  'capability.staled': { name: capability },
  'scenario.shut': { title },
  'scenario.expired': { title },
  'scenario.not-landed': { title },
  'suggestion.proposed': { title, proposed: 6, recommended: 2 },
  'consent.asked.firm': {
    title,
    unit: '区住房城乡建委',
    capability,
    reasons,
    dueDay: '2026-04-24',
    consentId: 'c',
  },
  'consent.asked.unit': {
    title,
    firm: '山城安联科技有限公司',
    capability,
    reasons,
    dueDay: '2026-04-24',
    consentId: 'c',
  },
  'consent.reminded': { title, dueDay: '2026-04-24', consentId: 'c' },
  'consent.answered': {
    title,
    organization: '区住房城乡建委',
    answer: 'DECLINED',
    reason: '预算有调整。',
    waiting: ['山城安联科技有限公司'],
  },
  'consent.revoked': { title, organization: '区住房城乡建委', reason: '' },
  'introduction.made': { title, others: ['山城安联科技有限公司'], meetBy: '2026-04-30' },
  'introduction.made.staff': { title, others: ['区住房城乡建委', '山城安联科技有限公司'], meetBy: '' },
  'pairing.declined': { title, reason: '' },
  'pairing.not-landed': { title, reason: '需求调整' },
  'pairing.stalled': { title, silent: ['山城安联科技有限公司'], declined: [] },
  'pairing.lapsed.firm': { title, capability, left: 'CAPABILITY' },
  'pairing.lapsed.unit': { title, firm: '山城安联科技有限公司', capability, left: 'SCENARIO' },
  'due.passed': { about: `《${title}》`, action: '审核场景', dueDay: '2026-04-24', isLate: false },
  'due.escalated': { about: `《${title}》`, action: '审核场景', stage: '待审核', owner: '撮合专员' },
  'membership.recertification-due': { unit: '区住房城乡建委', members: 3 },
};

const said = (template: TemplateName, params: object = SAMPLES[template]) => messageOf({ template, params });
const whole = (template: TemplateName, params?: object) => {
  const { subject, paragraphs, action } = said(template, params);
  return [subject, ...paragraphs, action].join('\n');
};
const hostile = (value: string, params: object): object =>
  Object.fromEntries(
    Object.entries(params).map(([key, one]) => [
      key,
      typeof one === 'string' ? value : Array.isArray(one) ? [value, value] : one,
    ]),
  );

describe('the words of a message', () => {
  it('exist for every event that somebody is told of', () => {
    const told = (Object.keys(ROUTES) as EventName[]).filter((name) => {
      const event = {
        name,
        eventId: 'e',
        subjectId: 's',
        revision: 1,
        ids: {},
        actorAccountId: null,
        at: '',
      } as StoredEvent;
      return ROUTES[name](event).some((job) => job.name === 'notify');
    });
    const without = told.filter(
      (event) => !TEMPLATE_NAMES.some((name) => name === event || name.startsWith(`${event}.`)),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(without).toEqual([]);
  });

  it.each(TEMPLATE_NAMES)('of %s say what happened and where to go, without an empty slot', (name) => {
    const { subject, paragraphs, action } = said(name);
    expect([...subject].length).toBeLessThanOrEqual(LONGEST_SUBJECT);
    expect(paragraphs.length).toBeGreaterThan(0);
    expect(action).not.toBe('');
    expect(whole(name)).not.toMatch(/undefined|null|NaN|\{|\}|《》|“”|，，|。。|！/);
  });

  it.each(TEMPLATE_NAMES)('of %s keep to one line and 28 characters, whatever was typed', (name) => {
    const { subject, paragraphs } = said(
      name,
      hostile(`整治\r\nBcc: all@example.test${'很长的名称'.repeat(60)}`, SAMPLES[name]),
    );
    expect([...subject].length).toBeLessThanOrEqual(LONGEST_SUBJECT);
    for (const line of [subject, ...paragraphs]) expect(line).not.toMatch(/[\r\n]/);
  });

  it.each(TEMPLATE_NAMES)('of %s never pass on a telephone number or an address', (name) => {
    const typed =
      '李敏13812345678、138-1234-5678、023-67891234转801、(023)67891234、+86 13812345678、li.min@example.com';
    const words = whole(name, hostile(typed, SAMPLES[name]));
    expect(words).not.toMatch(/1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\d{7,8}|@|example/);
  });

  it('keep numbers that reach nobody', () => {
    expect(whole('scenario.published', { title: '2026年500103区80万～120万元12345热线' })).toContain(
      '500103区80万～120万元12345热线',
    );
  });

  it('cut a long title with an ellipsis inside its marks', () => {
    const { subject } = said('scenario.returned', {
      title: '重点区域地下管网液位流量水质在线监测与智能调度一体化平台',
      wanted: ['一', '二'],
    });
    expect(subject).toBe('请补充：《重点区域地下管网液位流量水质在线监…》还差2项');
    expect([...subject].length).toBe(28);
  });

  it('read like this for the two sides that are asked', () => {
    expect(whole('consent.asked.firm')).toMatchInlineSnapshot(`
      "请在4月24日前答复：是否对接《老旧小区充电安全监测》
      区住房城乡建委的《老旧小区充电安全监测》与贵公司“消防物联平台”较契合。主要理由：“火灾隐患”可由“视频烟火识别”解决；双方都提到“充电桩”；同属“应急消防”。
      双方都同意后才互见联系方式，答复无需登录。
      提交答复"
    `);
    expect(whole('consent.asked.unit')).toMatchInlineSnapshot(`
      "请在4月24日前答复：是否与企业对接
      山城安联科技有限公司“消防物联平台”与贵单位《老旧小区充电安全监测》较契合。主要理由：“火灾隐患”可由“视频烟火识别”解决；双方都提到“充电桩”；同属“应急消防”。
      双方都同意后才互见联系方式，答复无需登录。
      提交答复"
    `);
  });

  it('tell that both have agreed without a contact in them', () => {
    expect(whole('introduction.made')).toMatchInlineSnapshot(`
      "双方已同意对接：《老旧小区充电安全监测》
      对接方：山城安联科技有限公司。
      请登录查看联系人（查看留痕），建议2026年4月30日前首次沟通。
      查看联系人"
    `);
  });

  it('tell the other side of a no with its reason, and the matchmaker who is silent', () => {
    expect(whole('pairing.declined', { title, reason: '预算有调整。' })).toMatchInlineSnapshot(`
      "本次暂不对接：《老旧小区充电安全监测》
      《老旧小区充电安全监测》本次暂不对接。原因：预算有调整。不影响贵方今后的推荐。
      查看对接"
    `);
    expect(whole('pairing.stalled')).toMatchInlineSnapshot(`
      "1项征询逾期未答复
      《老旧小区充电安全监测》：山城安联科技有限公司未答复，请电话跟进。
      去跟进"
    `);
  });

  it('drop the clause of a day that is not known', () => {
    expect(whole('scenario.submitted')).toContain(
      '区住房城乡建委提交《老旧小区充电安全监测》，清单得分86，请在2026年4月24日前审核。',
    );
    expect(whole('scenario.approved')).toContain('已通过审核，请发布。');
  });

  it('of an unknown template point to the portal', () => {
    expect(messageOf({ template: 'meeting.invited', params: {} }).subject).toBe('您有一条新消息');
  });
});

describe('the mail frame', () => {
  const frame = { name: '陈静', base: 'https://mtx.example', path: '/desk/intake?a=1&b=2', day: '2026-04-17' };

  it('greets by name, leads to one page and ends with platform, date and disclaimer', () => {
    expect(textMail(said('scenario.published'), frame)).toMatchInlineSnapshot(`
      "陈静，您好：

      《老旧小区充电安全监测》现已公开。有合适企业时会再告知您。

      查看场景：
      https://mtx.example/desk/intake?a=1&b=2

      应用场景供需对接平台
      2026年4月17日

      --
      系统邮件，回复无人查看。信息供对接参考，不作为政府采购资格条件。
      通知设置：https://mtx.example/me/messages
      "
    `);
  });

  it('greets somebody without a name all the same', () => {
    expect(textMail(said('scenario.published'), { ...frame, name: '' })).toMatch(/^您好：\n/);
  });

  it('carries the same words as HTML, every one of them escaped', () => {
    const message = said('scenario.published', { title: `<img src=x onerror=alert(1)>"'&` });
    const html = htmlMail(message, { ...frame, name: '<b>陈</b>' });
    expect(html).toContain('&lt;b&gt;陈&lt;/b&gt;，您好：');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(html).toContain('href="https://mtx.example/desk/intake?a=1&amp;b=2"');
    expect(html).not.toMatch(/<(img|script|b)\b/);
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html).toContain('href="https://mtx.example/me/messages"');
    expect(html).toContain('信息供对接参考，不作为政府采购资格条件。');
  });
});
