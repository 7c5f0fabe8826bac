import { CAPABILITY_KIND, type Problem } from '@mantianxing/contracts';
import type { CapabilityBody } from './capability';

/** Fewer characters than this say too little to be matched. */
export const LEAST_TEXT = 30;

/** What a capability lacks before it can be listed; empty when complete. */
export function missingIn(body: CapabilityBody): Problem[] {
  const missing: Problem[] = [];
  if (body.name.trim().length < 2) missing.push({ field: 'name', message: '请填写能力名称' });
  if (!(body.kind in CAPABILITY_KIND)) {
    missing.push({ field: 'kind', message: '请选择能力类型：技术、产品、解决方案或服务' });
  }
  if (Math.max(body.summary.trim().length, body.description.trim().length) < LEAST_TEXT) {
    missing.push({ field: 'description', message: `请用至少${LEAST_TEXT}字说明能做什么（简介或详细说明）` });
  }
  if (!stated(body.sectors) && !stated(body.technologyTags)) {
    missing.push({ field: 'sectors', message: '请至少选择1个应用行业或填写1个技术标签' });
  }
  return missing;
}

const stated = (words: readonly string[]): boolean => words.some((word) => word.trim());
