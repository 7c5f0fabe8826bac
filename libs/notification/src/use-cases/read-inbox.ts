import { Injectable } from '@nestjs/common';
import type { InboxView } from '@mantianxing/contracts';
import { deliveryLabelOf } from '../domain/delivery-status';
import { NotificationRepository, type InboxEntry } from '../domain/notification.repository';
import { messageOf } from '../templates/message-of';

/** An inbox shows its newest messages; older ones stay in the database. */
const SHOWN = 200;

/** 消息: what one account was told, newest first, in words made from the templates of today. */
@Injectable()
export class ReadInbox {
  constructor(private readonly notifications: NotificationRepository) {}

  async execute(accountId: string): Promise<InboxView> {
    const entries = await this.notifications.inboxOf(accountId, SHOWN);
    return { items: entries.map(viewOf), unread: await this.unreadOf(accountId) };
  }

  /** How many messages this account has not read, those beyond the shown ones included. */
  unreadOf(accountId: string): Promise<number> {
    return this.notifications.unreadOf(accountId);
  }
}

function viewOf(entry: InboxEntry): InboxView['items'][number] {
  const { subject, paragraphs } = messageOf(entry);
  return {
    id: entry.id,
    subject,
    body: paragraphs.join('\n'),
    link: entry.link,
    at: entry.createdAt.toISOString(),
    readAt: entry.readAt?.toISOString() ?? null,
    deliveries: entry.deliveries.map(({ bundleId, status, sentAt, createdAt }) => ({
      channel: bundleId ? '每日汇总邮件' : '邮件',
      stateLabel: deliveryLabelOf(status),
      at: (sentAt ?? createdAt).toISOString(),
    })),
  };
}
