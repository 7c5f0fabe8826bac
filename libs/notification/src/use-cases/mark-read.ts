import { Injectable } from '@nestjs/common';
import { DomainError } from '@mantianxing/contracts';
import { Clock } from '@mantianxing/platform';
import { NotificationRepository } from '../domain/notification.repository';

/** Marks own messages as read; reading twice keeps the first time. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for a message of somebody else as for one that does not exist. */
  async execute(accountId: string, notificationId: string): Promise<void> {
    const found = await this.notifications.markRead(accountId, notificationId, this.clock.now());
    if (!found) throw new DomainError('NOTIFICATION_NOT_FOUND', 404, '没有找到这条消息。');
  }

  all(accountId: string): Promise<void> {
    return this.notifications.markAllRead(accountId, this.clock.now());
  }
}
