import type { CapabilityView } from '@mantianxing/contracts';

export type CapabilityStep = 'publish' | 'pause' | 'resume' | 'retire' | 'reconfirm' | 'discard';
export interface CapabilityOffer {
  step: CapabilityStep;
  label: string;
  /** Asked before it is done; absent where it is done at once. */
  sentence?: string;
  look: 'plain' | 'quiet';
}

const OFFERS: Record<CapabilityStep, CapabilityOffer> = {
  publish: { step: 'publish', label: '发布', look: 'plain' },
  pause: {
    step: 'pause',
    label: '暂停',
    look: 'quiet',
    sentence: '暂停后不参与匹配，内容不删除，可随时恢复。',
  },
  resume: { step: 'resume', label: '恢复', look: 'plain' },
  reconfirm: { step: 'reconfirm', label: '确认有效', look: 'quiet' },
  retire: {
    step: 'retire',
    label: '退出',
    look: 'quiet',
    sentence: '退出后从目录移除，正在进行的推荐一并失效。',
  },
  discard: { step: 'discard', label: '删除', look: 'quiet', sentence: '将删除此草稿，不能恢复。' },
};

/** Steps of the firm from each state: MODEL.md section 2, capability. */
const FROM: Record<string, CapabilityStep[]> = {
  DRAFT: ['publish', 'discard'],
  PUBLISHED: ['reconfirm', 'pause', 'retire'],
  PAUSED: ['resume', 'retire'],
  STALE: ['reconfirm', 'retire'],
};

export const capabilitySteps = ({ status }: Pick<CapabilityView, 'status'>): CapabilityOffer[] =>
  (FROM[status] ?? []).map((step) => OFFERS[step]);
