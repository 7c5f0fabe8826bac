import {
  BAND_LABEL,
  CAPABILITY_KIND,
  CAPABILITY_STATUS,
  CONSENT_STATUS,
  DELIVERY_STATE,
  ENGAGEMENT_MODE,
  FUNDING_SOURCE,
  FUNDING_STATUS,
  LIST_TYPE,
  MESSAGE_KIND,
  MESSAGE_MODE,
  PAIRING_STATUS,
  PUBLISHER_TYPE,
  REJECT_REASON,
  ROBOT_KIND,
  ROLE_LABEL,
  SCENARIO_LEVEL,
  SCENARIO_STATUS,
  SIZE_BAND,
  SOURCING_MODE,
  SUGGESTION_STATUS,
  VISIBILITY,
} from '@mantianxing/contracts';
import { moneyOf } from '../elements/wording';

type Words = Record<string, string>;

/** Words of `status`, by the start of the table's name. */
const STATUS: [string, Words][] = [
  ['scenario.', SCENARIO_STATUS],
  ['capability.', CAPABILITY_STATUS],
  ['pairing.suggestion', SUGGESTION_STATUS],
  ['pairing.pairing', PAIRING_STATUS],
  ['pairing.consent', CONSENT_STATUS],
  ['pairing.introduction', { RELEASED: '联系方式已开放', CLOSED: '联系方式已关闭' }],
  ['notification.delivery', DELIVERY_STATE],
  ['notification.channel_target', { ACTIVE: '启用', PAUSED: '暂停', DELETED: '已删除' }],
  ['matching.score_version', { DRAFT: '草稿', ACTIVE: '在用', RETIRED: '停用' }],
  ['account.invitation', { OPEN: '待接受', ACCEPTED: '已接受', CANCELLED: '已取消' }],
  ['organization.firm', { UNCLAIMED: '未认领', CLAIMED: '已认领', VERIFIED: '已核实' }],
];

const SIGN_IN: Words = {
  WRONG_CREDENTIALS: '账号或密码不正确',
  TOO_MANY_ATTEMPTS: '尝试次数过多',
  FACTOR_CODE_WRONG: '验证码不正确',
  RECERTIFICATION_PAST: '年度确认已过期',
  IDENTITY_UNLINKED: '统一身份未关联账号',
  MEMBERSHIP_ENDED: '身份已结束',
};

/** Codes of one column mean the same wherever it stands. */
const CODED: Record<string, Words> = {
  code: SIGN_IN,
  visibility: VISIBILITY,
  list_type: LIST_TYPE,
  sourcing_mode: SOURCING_MODE,
  engagement_mode: ENGAGEMENT_MODE,
  level: SCENARIO_LEVEL,
  publisher_type: PUBLISHER_TYPE,
  size_band: SIZE_BAND,
  funding_status: FUNDING_STATUS,
  funding_source: FUNDING_SOURCE,
  role: ROLE_LABEL,
  owner_role: ROLE_LABEL,
  band: BAND_LABEL,
  reason_code: REJECT_REASON,
  side: { DEMAND: '需求方', SUPPLY: '供给方', OFFICE: '办公室' },
  decision: { APPROVED: '通过', REJECTED: '驳回', RETURNED: '退回', OPINION: '意见' },
  element: { BOUNDARY: '边界清晰', OWNER: '业主明确', FUNDING: '资金落实', UNITS: '责任单位', SECRECY: '保密声明', DEADLINE: '截止日期' },
  kind: { ...CAPABILITY_KIND, ...ROBOT_KIND, ...MESSAGE_KIND, HOLIDAY: '放假', MAKEUP_WORKDAY: '调休上班' },
  mode: MESSAGE_MODE,
  channel: { ...ROBOT_KIND, EMAIL: '邮件' },
  change: { ADDED: '新增', RETIRED: '停用', RESTORED: '恢复' },
  purpose: { INVITATION: '邀请', PASSWORD_RESET: '重设密码', CONSENT: '对接征询' },
  answered_via: { INBOX: '站内', LINK: '邮件链接' },
  reader: { PARTY: '对接方', MATCHMAKER: '撮合人员' },
  failure: { PERMANENT: '不可重试', AWAY: '部件不可用', FAULT: '程序错误' },
  verdict: { RETRIED: '已重试', DISCARDED: '已放弃' },
  held_for: { DIGEST: '每日汇总', QUIET: '免打扰时段', GATHER: '合并发送' },
};

const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}/;

const second = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** 2026/11/22 10:30:05, as in the district. */
export const secondOf = (at: string): string => second.format(new Date(at));

/** A value as people read it; one nobody has a word for stays as it is: the log is evidence. */
export function valueWord(subjectKind: string, field: string, value: string): string {
  const list = /^\[.*\]$/s.test(value) ? textsOf(value) : undefined;
  if (list) return list.map((one) => valueWord(subjectKind, field, one)).join('、');
  if (value === 'true' || value === 'false') return value === 'true' ? '是' : '否';
  if (/_fen$/.test(field) && /^\d+$/.test(value)) return moneyOf(Number(value));
  if (MOMENT.test(value) && !Number.isNaN(Date.parse(value))) return secondOf(value);
  return wordsOf(subjectKind, field)?.[value] ?? value;
}

function wordsOf(subjectKind: string, field: string): Words | undefined {
  if (!/^(from_|to_)?status$/.test(field)) return CODED[field];
  return STATUS.find(([start]) => subjectKind.startsWith(start))?.[1];
}

function textsOf(value: string): string[] | undefined {
  try {
    const list = JSON.parse(value) as unknown[];
    return list.every((one) => typeof one === 'string') ? (list as string[]) : undefined;
  } catch {
    return undefined;
  }
}
