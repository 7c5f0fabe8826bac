import { Injectable } from '@nestjs/common';
import { lettersOf, ROBOT_KIND, type Actor, type DeliveryLogView, type DeliveryQuery, type DeliveryRowView } from '@mantianxing/contracts';
import { mayCancel, mayResend } from '../domain/delivery-status';
import { DeliveryLog, type LogRow } from '../domain/delivery-log';
import { kindOf, templatesOf } from '../domain/message-kind';
import { faultWords } from '../domain/send-fault';
import { lineOf } from '../templates/digest-message';

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;

/** Names of accounts; those unknown are absent. The app asks whoever keeps them. */
export type NamesOf = (accountIds: readonly string[]) => Promise<Map<string, string>>;

/** 投递记录, without addresses: what may not be seen is absent. */
@Injectable()
export class ReadDeliveryLog {
  constructor(private readonly log: DeliveryLog) {}

  async execute(actor: Actor, { state, kind, day, page = 1 }: DeliveryQuery, namesOf: NamesOf): Promise<DeliveryLogView> {
    const from = day ? new Date(`${day}T00:00:00+08:00`) : undefined;
    const filter = {
      ...(state && { state }),
      ...(kind && { templates: templatesOf(kind) }),
      ...(from && { from, to: new Date(from.getTime() + DAY_MS) }),
    };
    const [{ rows, total }, failed] = await Promise.all([
      this.log.page(filter, (page - 1) * PAGE_SIZE, PAGE_SIZE),
      this.log.countFailed(),
    ]);
    const ids = rows.flatMap(({ recipientId, resentBy }) => [recipientId, resentBy].filter((id) => id !== null));
    const names = await namesOf([...new Set(ids)]);
    const isAdmin = lettersOf(actor).has('A');
    return { items: rows.map((row) => viewOf(row, names, isAdmin)), total, pageSize: PAGE_SIZE, failed };
  }
}

function viewOf(row: LogRow, names: Map<string, string>, isAdmin: boolean): DeliveryRowView {
  const { notification, channel } = row;
  const isDigest = row.bundleId !== null;
  const one = notification && !isDigest ? lineOf(notification) : '';
  return {
    id: row.id,
    state: row.status,
    channel: channel === 'EMAIL' ? (isDigest ? '每日汇总邮件' : '邮件') : `${ROBOT_KIND[channel]}群机器人`,
    subject: one || (row.targetName !== null ? `群消息，${row.covers}件` : `每日汇总，${row.covers}件`),
    kind: notification && !isDigest ? kindOf(notification.template) : null,
    recipient: row.targetName ?? names.get(row.recipientId ?? '') ?? '已注销用户',
    covers: row.covers,
    attempts: row.attempts,
    fault: faultWords(row.errorCode || (row.lastError ? 'OTHER' : '')),
    faultDetail: row.lastError,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    openedAt: row.openedAt?.toISOString() ?? null,
    resendNo: row.resendNo,
    resentBy: row.resentBy ? (names.get(row.resentBy) ?? '已注销用户') : '',
    mayResend: mayResend(row.status) && !row.isReplaced,
    mayCancel: isAdmin && mayCancel(row.status) && !row.isReplaced,
  };
}
