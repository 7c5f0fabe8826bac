import type { ScenarioView } from '@mantianxing/contracts';

export type ScenarioStep = 'recall' | 'withdraw' | 'redraft' | 'discard' | 'reopen';
export interface StepOffer {
  step: ScenarioStep;
  label: string;
  /** The question asked before it is done. */
  sentence: string;
  doIt: string;
  needsReason?: boolean;
  /** Asks for the new deadline. */
  needsDay?: boolean;
}

const OFFERS: Record<ScenarioStep, StepOffer> = {
  recall: { step: 'recall', label: '撤回提交', sentence: '将撤回提交，回到草稿继续修改。', doIt: '撤回提交' },
  withdraw: {
    step: 'withdraw',
    label: '撤回',
    doIt: '撤回场景',
    needsReason: true,
    sentence: '将撤回此场景：不再公开，未审核的建议一并失效。名称与日期保留，可再改为草稿。',
  },
  redraft: { step: 'redraft', label: '改为草稿', sentence: '将以此内容重新起草。', doIt: '改为草稿' },
  reopen: {
    step: 'reopen',
    label: '延期再提交',
    sentence: '将以新的截止日期再次提交审核，其他内容不变。',
    doIt: '再次提交',
    needsDay: true,
  },
  discard: { step: 'discard', label: '删除', sentence: '将删除此草稿，不能恢复。', doIt: '删除草稿' },
};

/** Steps of the owner's side from each state: MODEL.md section 2, scenario. */
const FROM: Record<string, ScenarioStep[]> = {
  DRAFT: ['discard', 'withdraw'],
  SUBMITTED: ['recall'],
  RETURNED: ['discard', 'withdraw'],
  APPROVED: ['withdraw'],
  PUBLISHED: ['withdraw'],
  IN_TALKS: ['withdraw'],
  WITHDRAWN: ['redraft'],
  EXPIRED: ['reopen'],
  NOT_LANDED: ['reopen'],
};

/** Public, whether talks have begun or not: people read 对接中 of both. */
export const isOpen = ({ status }: Pick<ScenarioView, 'status'>): boolean => status === 'PUBLISHED' || status === 'IN_TALKS';

export function stepsOf({ status, publishedAt }: Pick<ScenarioView, 'status' | 'publishedAt'>): StepOffer[] {
  // What has once been public is withdrawn, never deleted; what has not is deleted, not withdrawn.
  const gone: ScenarioStep = publishedAt ? 'discard' : 'withdraw';
  const isDraft = status === 'DRAFT' || status === 'RETURNED';
  return (FROM[status] ?? []).filter((step) => !isDraft || step !== gone).map((step) => OFFERS[step]);
}

/** The one thing to do next with an entry in this state. */
export function nextOf({
  status,
  id,
}: Pick<ScenarioView, 'status' | 'id'>): { label: string; to: string } | null {
  const edit = `/dept/scenarios/${id}/edit`;
  switch (status) {
    case 'DRAFT':
      return { label: '继续填写', to: edit };
    case 'RETURNED':
      return { label: '补充后再提交', to: edit };
    case 'PUBLISHED':
    case 'IN_TALKS':
      return { label: '看候选企业', to: `/dept/scenarios/${id}/candidates` };
    default:
      return null;
  }
}
