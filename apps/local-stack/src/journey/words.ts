import type { EventName } from '@mantianxing/contracts';

export const EVENT_LABEL: Record<EventName, string> = {
  'scenario.submitted': '场景提交审核',
  'scenario.recalled': '场景收回',
  'scenario.returned': '场景退回补充',
  'scenario.approved': '场景通过审核',
  'scenario.published': '场景发布',
  'scenario.revised': '场景修改',
  'scenario.withdrawn': '场景撤回',
  'scenario.redrafted': '场景重新起草',
  'scenario.discarded': '场景删除',
  'scenario.engaged': '场景进入对接',
  'scenario.disengaged': '场景对接告一段落',
  'capability.published': '能力发布',
  'capability.revised': '能力修改',
  'capability.reconfirmed': '能力确认有效',
  'capability.paused': '能力暂停',
  'capability.retired': '能力退出',
  'suggestion.proposed': '提出建议',
  'suggestion.lapsed': '建议失效',
  'suggestion.approved': '建议通过',
  'suggestion.rejected': '建议驳回',
  'suggestion.undone': '撤销决定',
  'pairing.formed': '形成配对',
  'pairing.reasked': '再次征询',
  'pairing.members-changed': '调整成员',
  'pairing.stalled': '征询逾期',
  'pairing.declined': '暂不对接',
  'pairing.not-landed': '对接终止',
  'consent.asked': '征询',
  'consent.reminded': '提醒答复',
  'consent.answered': '答复征询',
  'consent.revoked': '撤回同意',
  'introduction.made': '引荐',
  'introduction.closed': '联系方式关闭',
  'pairing.undone': '配对撤销',
  'pairing.lapsed': '配对失效',
  'due.passed': '到期',
  'due.escalated': '逾期14天',
  'delivery.due': '到时发送',
  'delivery.failed': '消息未送达',
  'delivery.resent': '重发消息',
  'delivery.cancelled': '取消消息',
  'channel-target.added': '添加群机器人',
  'channel-target.tried': '试发群消息',
  'channel-target.paused': '暂停群机器人',
  'channel-target.resumed': '恢复群机器人',
  'channel-target.deleted': '删除群机器人',
  'invitation.sent': '发出邀请',
  'password.reset-asked': '申请重设密码',
  'password.changed': '修改密码',
  'membership.recertification-due': '成员待确认',
};

/** Steps of the four machines, by the names their histories keep. */
const STEP_LABEL: Record<string, string> = {
  create: '新建',
  amend: '编辑',
  submit: '提交',
  recall: '收回',
  return: '退回',
  approve: '通过',
  reject: '驳回',
  publish: '发布',
  revise: '修改',
  withdraw: '撤回',
  redraft: '重新起草',
  discard: '删除',
  engage: '进入对接',
  disengage: '恢复待对接',
  pause: '暂停',
  resume: '恢复',
  retire: '退出',
  reconfirm: '确认有效',
  propose: '提出',
  rescore: '重新评分',
  reopen: '再次出现',
  lapse: '失效',
  undo: '撤销',
  form: '形成',
  introduce: '引荐',
  refuse: '婉拒',
  stall: '逾期',
  reask: '再次征询',
  changeMembers: '调整成员',
  drop: '结束',
  close: '终止',
  ask: '征询',
  remind: '提醒',
  agree: '同意',
  decline: '婉拒',
  expire: '逾期',
  void: '作废',
  revoke: '撤回同意',
};

export const stepLabel = (step: string): string => STEP_LABEL[step] ?? step;

const FACT_LABEL: Record<string, string> = {
  proposed: '新建议',
  recommended: '其中推荐',
  lapsed: '失效',
  round: '轮次',
};

/** Counts an event carries; its ids stand in their own columns. */
export function factsInWords(ids: Record<string, unknown>): string {
  const words = Object.entries(ids).flatMap(([key, value]) => {
    if (key === 'material') return [value ? '影响匹配' : '不影响匹配'];
    return FACT_LABEL[key] ? [`${FACT_LABEL[key]}${String(value)}`] : [];
  });
  return words.join('，');
}
