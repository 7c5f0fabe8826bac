import type { GroupEvent } from '@mantianxing/contracts';
import type { Notification } from '../domain/notification';
import { digestMessage, oncePerTopic } from './digest-message';
import { GROUP_PREFIX, groupText } from './group-text';
import { htmlMail, textMail } from './mail-frame';

let count = 0;
const said = (template: string, params: object, topic = ''): Notification => ({
  ...{ id: `n${(count += 1)}`, eventId: 'e', recipientId: 'r', template, params, link: '/', topic },
  ...{ readAt: null, createdAt: new Date('2026-11-23T02:00:00Z') },
});
const withdrawn = said('scenario.withdrawn.firm', { title: '烟感', unit: '区住建委', reason: '预算调整' }, 'withdrawn:s1');
const lapsed = said('pairing.lapsed.firm', { title: '烟感', capability: '平台', left: 'SCENARIO' }, 'withdrawn:s1');
const frame = { name: '陈静', base: 'https://mtx.example', path: '/inbox', day: '2026-11-23' };

describe('the daily digest', () => {
  it('tells a withdrawal once, with its reason, whichever of its two events came first', () => {
    expect(oncePerTopic([withdrawn, lapsed])).toEqual([withdrawn]);
    expect(oncePerTopic([lapsed, withdrawn])).toEqual([withdrawn]);
  });

  it('tells of one thing its last word, and of two pairings both', () => {
    const first = said('suggestion.proposed', { title: '烟感', proposed: 2, recommended: 0 }, 'suggestions:s1');
    const later = said('suggestion.proposed', { title: '烟感', proposed: 6, recommended: 2 }, 'suggestions:s1');
    const other = said('suggestion.proposed', { title: '公文', proposed: 1, recommended: 0 }, 'suggestions:s2');
    expect(oncePerTopic([first, other, later])).toEqual([other, later]);
  });

  it('puts what waits for the reader first, and says how much that is', () => {
    const task = said('scenario.submitted', { title: '烟感', unit: '区住建委', clarity: 80, dueDay: '' });
    const message = digestMessage([said('scenario.published', { title: '公文' }), withdrawn, task]);
    expect(message.subject).toBe('今日3件，1件待您处理');
    expect(message.sections?.map(({ title, lines }) => [title, lines.map(({ text }) => text)])).toEqual([
      ['待您处理', ['待审核：《烟感》']],
      ['有进展', ['已撤回：《烟感》']],
      ['供知悉', ['已发布：《公文》']],
    ]);
    expect(message.sections?.[0]?.lines[0]?.path).toBe(`/inbox/${task.id}`);
  });

  it('shows five lines a part and counts the rest', () => {
    const many = Array.from({ length: 8 }, (_, at) => said('scenario.published', { title: `场景${at}` }));
    const { sections, action, subject } = digestMessage(many);
    expect([sections?.[0]?.lines.length, sections?.[0]?.more, action, subject]).toEqual([5, 3, '查看全部8件', '今日8件']);
    expect(textMail(digestMessage(many), frame)).toContain('还有3件，请登录查看');
  });

  it('lets no tag and no contact through into the mail', () => {
    const message = digestMessage([said('scenario.published', { title: '<img src=x>13812345678' })]);
    const html = htmlMail(message, frame);
    expect(html).toContain('&lt;img src=x&gt;');
    expect(html).not.toMatch(/<img|13812345678/);
    expect(textMail(message, frame)).not.toContain('13812345678');
  });
});

describe('what a group is told', () => {
  const entry = (template: GroupEvent, params: object) => ({ template, params });

  it('is one message of counts, public names and a link', () => {
    const text = groupText(
      [
        ...[entry('scenario.submitted', { dueDay: '2026-11-30' }), entry('scenario.submitted', { dueDay: '2026-11-27' })],
        ...[entry('scenario.published', { title: '烟感' }), entry('suggestion.proposed', { open: 6 }), entry('suggestion.proposed', { open: 2 })],
      ],
      'https://mtx.example',
    );
    expect(text.split('\n')).toEqual([
      `${GROUP_PREFIX}2个场景待审核，最早2026年11月27日到期。`,
      '新发布1个场景：《烟感》。',
      '8条新建议待审核。',
      'https://mtx.example/desk',
    ]);
  });

  it('stays under the 2,048 bytes of the narrowest vendor, however long the names', () => {
    const entries = Array.from({ length: 200 }, () => entry('scenario.published', { title: '长'.repeat(300) }));
    expect(Buffer.byteLength(groupText(entries, 'https://mtx.example'))).toBeLessThan(2048);
  });

  it('counts introductions and silent parties without naming anybody', () => {
    const text = groupText([entry('introduction.made', {}), entry('introduction.made', {}), entry('pairing.stalled', {})], 'https://mtx.example');
    expect(text).toBe(`${GROUP_PREFIX}新增2项引荐。\n1项征询逾期，请跟进。\nhttps://mtx.example/desk`);
  });

  it('names no entry that is not public', () => {
    expect(groupText([entry('scenario.published', {})], 'https://mtx.example')).toBe(`${GROUP_PREFIX}新发布1个场景。\nhttps://mtx.example/scenarios`);
  });
});
