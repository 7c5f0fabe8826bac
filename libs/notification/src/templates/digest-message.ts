import { DIGEST_PARTS, kindOf } from '../domain/message-kind';
import type { Notification } from '../domain/notification';
import type { Message } from './message';
import { messageOf } from './message-of';
import { cut } from './wording';

/** PORTAL.md section 4: at most five lines a part. */
const LINES = 5;
const LONGEST_LINE = 60;
/** Told by the withdrawal already, which also says why. */
const COVERED = /^pairing\.lapsed\./;

/** One entry a topic, the last word on it; in the order in which they came. */
export function oncePerTopic(notifications: readonly Notification[]): Notification[] {
  const told = new Map<string, Notification>();
  for (const one of notifications) {
    const topic = one.topic || one.id;
    const before = told.get(topic);
    if (before && COVERED.test(one.template) && !COVERED.test(before.template)) continue;
    told.delete(topic);
    told.set(topic, one);
  }
  return [...told.values()];
}

/** 每日汇总: what waits for the reader, what has moved, what is good to know. */
export function digestMessage(notifications: readonly Notification[]): Message {
  const told = oncePerTopic(notifications);
  const parts = DIGEST_PARTS.map(({ title, kinds }) => ({
    title,
    items: told.filter(({ template }) => (kinds as readonly string[]).includes(kindOf(template))),
  }));
  const waiting = parts[0]?.items.length ?? 0;
  return {
    subject: waiting > 0 ? `今日${told.length}件，${waiting}件待您处理` : `今日${told.length}件`,
    paragraphs: [],
    sections: parts
      .filter(({ items }) => items.length > 0)
      .map(({ title, items }) => ({
        title,
        lines: items.slice(0, LINES).map((one) => ({ text: lineOf(one), path: `/inbox/${one.id}` })),
        more: Math.max(0, items.length - LINES),
      })),
    action: `查看全部${told.length}件`,
  };
}

/** The subject where it names what it is about, else the first sentence. */
export function lineOf(notification: Pick<Notification, 'template' | 'params'>): string {
  const { subject, paragraphs } = messageOf(notification);
  return subject.includes('《') ? subject : cut(paragraphs[0] ?? subject, LONGEST_LINE);
}
