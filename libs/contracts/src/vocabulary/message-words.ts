/**
 * Kinds of message a person can set apart from each other. SECURITY (account) and CONSENT (a question only this
 * person can answer) are always sent at once: they cannot be put off or switched off.
 */
export const MESSAGE_KIND = {
  SECURITY: '账号安全',
  CONSENT: '对接征询',
  TASK: '待办事项',
  INTRODUCTION: '引荐结果',
  SUGGESTION: '撮合建议',
  PROGRESS: '对接进展',
  NEWS: '其他消息',
} as const;
export type MessageKind = keyof typeof MESSAGE_KIND;
export const MESSAGE_KINDS = Object.keys(MESSAGE_KIND) as [MessageKind, ...MessageKind[]];

export const MESSAGE_MODE = { AT_ONCE: '即时', DIGEST: '每日汇总', OFF: '不发邮件' } as const;
export type MessageMode = keyof typeof MESSAGE_MODE;
export const MESSAGE_MODES = Object.keys(MESSAGE_MODE) as [MessageMode, ...MessageMode[]];

/** How a delivery stands, as MODEL.md's machine 'delivery' has it. */
export const DELIVERY_STATE = {
  HELD: '等待时间',
  DUE: '待发送',
  SENDING: '发送中',
  RETRY: '稍后重试',
  FAILED: '未送达',
  SENT: '已发出',
  OPENED: '已打开',
  SUPPRESSED: '按设置未发',
  CANCELLED: '已取消',
} as const;
export type DeliveryState = keyof typeof DELIVERY_STATE;
export const DELIVERY_STATES = Object.keys(DELIVERY_STATE) as [DeliveryState, ...DeliveryState[]];

export const ROBOT_KIND = { WECOM: '企业微信', DINGTALK: '钉钉', FEISHU: '飞书' } as const;
export type RobotKind = keyof typeof ROBOT_KIND;
export const ROBOT_KINDS = Object.keys(ROBOT_KIND) as [RobotKind, ...RobotKind[]];

/** What groups may be told of: counts, public names and a link, never a person and never a firm. */
export const GROUP_EVENT = {
  'scenario.submitted': '有场景提交审核',
  'scenario.published': '有场景发布',
  'suggestion.proposed': '有新的撮合建议',
  'introduction.made': '有新的引荐',
  'pairing.stalled': '有征询逾期未答复',
} as const;
export type GroupEvent = keyof typeof GROUP_EVENT;
export const GROUP_EVENTS = Object.keys(GROUP_EVENT) as [GroupEvent, ...GroupEvent[]];
