import type { TemplateParams } from '../domain/notification';
import type { Message } from './message';
import { cut, dayInWords, LONGEST_SUBJECT, named } from './wording';

/** 《…》 and “…” keep their ends where the name between is cut. */
const quoted = (about: string, most = 40): string => `${about.slice(0, 1)}${cut(about.slice(1, -1), most - 2)}${about.slice(-1)}`;

export const duePassed = ({ about, action, dueDay, isLate }: TemplateParams['due.passed']): Message => ({
  subject: cut(`${isLate ? '已逾期' : '今日到期'}：${action}`, LONGEST_SUBJECT),
  paragraphs: [`${quoted(about)}：${named(action)}，应于${dayInWords(dueDay)}前完成，请${isLate ? '尽快' : '今日'}处理。`],
  action: '去处理',
});

export const dueEscalated = ({ about, action, stage, owner }: TemplateParams['due.escalated']): Message => {
  const [before, after] = ['请协调：', '逾期14天'];
  return {
    subject: `${before}${quoted(about, LONGEST_SUBJECT - before.length - after.length)}${after}`,
    paragraphs: [`${quoted(about)}${stage ? `停在“${named(stage)}”，` : ''}待${named(action)}，责任方：${named(owner)}。请协调。`],
    action: '去查看',
  };
};

export const staled = ({ name }: TemplateParams['capability.staled']): Message => ({
  subject: `已暂停匹配：“${cut(name, LONGEST_SUBJECT - 8)}”`,
  paragraphs: [`“${named(name)}”满12个月未确认，已暂停匹配，内容不删除。确认有效后立即恢复。`],
  action: '确认有效',
});
