import { ROLE_LABEL, type Role } from '@mantianxing/contracts';
import type { TemplateParams } from '../domain/notification';
import type { Message } from './message';
import { cut, LONGEST_SUBJECT, named } from './wording';

/** What a mail about an account itself is made of; it is no notification and stands in no inbox. */
export type SecurityMail =
  | { kind: 'INVITATION'; unit: string; role: Role; days: number; hasAccount: boolean }
  | { kind: 'PASSWORD_RESET'; minutes: number }
  | { kind: 'PASSWORD_CHANGED' }
  /** `address`: the network address it came from. */
  | { kind: 'NEW_DEVICE'; at: Date; device: string; address: string };

const moment = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });
const BEFORE = '邀请您加入：';

export function securityMessage(mail: SecurityMail): Message {
  if (mail.kind === 'INVITATION') {
    return {
      subject: `${BEFORE}${cut(mail.unit, LONGEST_SUBJECT - BEFORE.length)}`,
      paragraphs: [
        `${named(mail.unit)}邀请您以“${ROLE_LABEL[mail.role]}”身份加入。${mail.hasAccount ? '您已有账号，打开链接确认即可。' : '打开链接，设置账号和密码后即可登录。'}`,
        `链接${mail.days}天内有效，只能使用一次，请勿转发。如与您无关，不必理会。`,
      ],
      action: '接受邀请',
    };
  }
  if (mail.kind === 'PASSWORD_RESET') {
    return {
      subject: '重设密码',
      paragraphs: [
        `有人为您的账号申请重设密码。链接${mail.minutes}分钟内有效，只能使用一次，请勿转发。`,
        '如非本人操作，不必理会，您的密码没有改变。',
      ],
      action: '重设密码',
    };
  }
  if (mail.kind === 'NEW_DEVICE') {
    return {
      subject: '新设备登录提醒',
      paragraphs: [
        `${moment.format(mail.at).replace(' ', '')}，您的账号在新设备（${mail.device}）上登录${mail.address ? `，网络地址${mail.address}` : ''}。`,
        '如非本人，请改密码并联系管理员。',
      ],
      action: '查看已登录的设备',
    };
  }
  return {
    subject: '您的密码已修改',
    paragraphs: ['您的登录密码已修改，其他设备上的登录已全部退出。', '如非本人操作，请立即用“忘记密码”重设，并联系管理员。'],
    action: '去登录',
  };
}

export const recertificationDue = ({ unit, members }: TemplateParams['membership.recertification-due']): Message => ({
  subject: `请确认${members}名成员是否在岗`,
  paragraphs: [
    `${named(unit)}有${members}名成员将在30天内满一年未确认。请逐一确认，已离开的请结束其身份。`,
    '到期未确认的，该身份不能登录，确认后恢复。',
  ],
  action: '去确认',
});
