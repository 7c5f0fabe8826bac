import { Injectable } from '@nestjs/common';
import type { InboxView, NotificationView } from '@mantianxing/contracts';
import { deliveryLabelOf } from '../domain/delivery-status';
import { NotificationRepository, type InboxEntry } from '../domain/notification.repository';
import { messageOf } from '../templates/message-of';
import { notificationNotFound } from './mark-read';

/** Messages of a page. */
const SHOWN = 200;

/** 消息: what one account was told, newest first, in words made from the templates of today. */
@Injectable()
export class ReadInbox {
  constructor(private readonly notifications: NotificationRepository) {}

  /** A page; `next` asks for the one with older messages. */
  async execute(accountId: string, before?: string): Promise<InboxView> {
    const entries = await this.notifications.inboxOf(accountId, SHOWN + 1, before);
    const shown = entries.slice(0, SHOWN);
    const next = entries.length > SHOWN ? shown.at(-1)?.id : undefined;
    return { items: shown.map(viewOf), unread: await this.unreadOf(accountId), ...(next && { next }) };
  }

  /** One message, however old. Throws 404 for one of somebody else as for one that does not exist. */
  async one(accountId: string, id: string): Promise<NotificationView> {
    const entry = await this.notifications.inboxEntry(accountId, id);
    if (!entry) throw notificationNotFound();
    return viewOf(entry);
  }

  /** How many messages this account has not read, those of all pages. */
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
