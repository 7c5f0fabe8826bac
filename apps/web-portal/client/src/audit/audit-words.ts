import { ROLE_LABEL, type Role } from '@mantianxing/contracts';
import { FIELD } from './audit-field-words';

/**
 * What an entry is about, in the words of the field, for every table the log watches (test/medium/audit/page.spec.ts); the
 * name of the table stays beside it as evidence.
 */
const SUBJECT: Record<string, string> = {
  'account.account': '账号',
  'account.erasure': '个人信息删除记录',
  'account.external_identity': '统一身份认证',
  'account.invitation': '成员邀请',
  'account.known_device': '已知设备',
  'account.link_token': '一次性链接',
  'account.membership': '成员身份',
  'account.person': '个人信息',
  'account.recovery_code': '恢复码',
  'account.second_factor': '动态验证码',
  'account.session': '登录',
  'audit.entry': '审计日志',
  'calendar.day': '工作日历',
  'capability.capability': '能力',
  'capability.capability_history': '能力的办理记录',
  'capability.qualification': '资质',
  'matching.score_version': '评分版本',
  'matching.score_version_history': '评分版本的启用记录',
  'matching.supply_gap': '缺口',
  'matching.thesaurus_entry': '词条',
  'matching.thesaurus_retired': '停用词条',
  'matching.thesaurus_version': '词库版本',
  'notification.bundle': '汇总通知',
  'notification.bundle_entry': '汇总通知的内容',
  'notification.channel_target': '群机器人',
  'notification.delivery': '投递',
  'notification.group_entry': '群消息',
  'notification.notification': '消息',
  'notification.preference': '通知设置',
  'organization.firm': '企业资料',
  'organization.organization': '单位或企业',
  'organization.organization_side': '供需身份',
  'outbox.event': '事件',
  'outbox.job_verdict': '失败任务处理',
  'pairing.consent': '对接征询',
  'pairing.consent_history': '对接征询的办理记录',
  'pairing.contact_read': '联系方式查看',
  'pairing.contact_release': '联系方式开放',
  'pairing.introduction': '引荐',
  'pairing.introduction_history': '引荐的办理记录',
  'pairing.open_firm': '企业的在办对接',
  'pairing.pairing': '对接',
  'pairing.pairing_history': '对接的办理记录',
  'pairing.pairing_member': '对接成员',
  'pairing.recusal': '回避登记',
  'pairing.review': '撮合审核',
  'pairing.suggestion': '撮合建议',
  'pairing.suggestion_history': '撮合建议的办理记录',
  'scenario.gate_evidence': '门槛核对',
  'scenario.scenario': '场景',
  'scenario.scenario_history': '场景的办理记录',
  route: '访问',
};

/** Facts no row shows; `code` of a refusal is why. */
const FACT: Record<string, string> = { shown: '条数', code: '原因' };

export const subjectWord = (kind: string): string => SUBJECT[kind] ?? '';

/** Empty for a name nobody has a word for. */
export const fieldWord = (subjectKind: string, field: string): string =>
  (subjectKind === 'account.account' || subjectKind === 'route' ? FACT[field] : undefined) ?? FIELD[field] ?? FACT[field] ?? '';

/** Letters of the access table as the roles they stand for; the administrator's letter already says the rest. */
const LETTER: Record<string, string> = {
  F: ROLE_LABEL.FIRM_MEMBER,
  FA: ROLE_LABEL.FIRM_ADMIN,
  D: ROLE_LABEL.DEPARTMENT_MEMBER,
  DA: ROLE_LABEL.DEPARTMENT_ADMIN,
  M: ROLE_LABEL.MATCHMAKER,
  C: ROLE_LABEL.COORDINATOR,
  E: ROLE_LABEL.EXPERT,
  U: ROLE_LABEL.AUDITOR,
  A: ROLE_LABEL.ADMIN,
} satisfies Record<string, (typeof ROLE_LABEL)[Role]>;

export function roleWords(letters: readonly string[]): string {
  const kept = letters.filter((letter) => !letters.includes(`${letter}A`));
  return kept.map((letter) => LETTER[letter] ?? letter).join('、');
}
