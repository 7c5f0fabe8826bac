import { PRODUCT_SHORT_NAME } from '@mantianxing/contracts';
import type { GroupEntry } from '../domain/group-robot';
import { dayInWords, named } from './wording';

/** Vendors take 2,048 bytes and more (企业微信: text); a group reads three names, not thirty. */
const NAMES = 3;
/** Groups that admit only messages with a keyword are given this one. */
export const GROUP_PREFIX = `【${PRODUCT_SHORT_NAME}】`;

/**
 * One message for all that a group is told: counts, names of published scenarios and a link. Groups reach everyone, so
 * no person, no firm and no contact ever stands here.
 */
export function groupText(entries: readonly GroupEntry[], publicUrl: string): string {
  const of = (template: GroupEntry['template']) => entries.filter((one) => one.template === template).map(({ params }) => params);
  const lines: string[] = [];
  const [submitted, published, proposed] = [of('scenario.submitted'), of('scenario.published'), of('suggestion.proposed')];
  if (submitted.length > 0) {
    const [first] = submitted.flatMap(({ dueDay }) => (dueDay ? [dueDay] : [])).sort();
    lines.push(`${submitted.length}个场景待审核${first ? `，最早${dayInWords(first)}到期` : ''}。`);
  }
  if (published.length > 0) {
    const titles = published.flatMap(({ title }) => (title ? [`《${named(title)}》`] : []));
    const some = titles.slice(0, NAMES).join('');
    lines.push(`新发布${published.length}个场景${some ? `：${some}${titles.length > NAMES ? '等' : ''}` : ''}。`);
  }
  if (proposed.length > 0) lines.push(`${proposed.reduce((sum, { open = 0 }) => sum + open, 0)}条新建议待审核。`);
  const [introduced, stalled] = [of('introduction.made').length, of('pairing.stalled').length];
  if (introduced > 0) lines.push(`新增${introduced}项引荐。`);
  if (stalled > 0) lines.push(`${stalled}项征询逾期，请跟进。`);
  const path = published.length > 0 && lines.length === 1 ? '/scenarios' : '/desk';
  return `${GROUP_PREFIX}${lines.join('\n')}\n${new URL(path, publicUrl).href}`;
}

export const trialText = (name: string): string => `${GROUP_PREFIX}“${named(name)}”已接通，今后在此告知进展。`;
