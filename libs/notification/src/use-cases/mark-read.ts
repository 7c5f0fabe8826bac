import { Injectable } from '@nestjs/common';
import { DomainError } from '@mantianxing/contracts';
import { UnitOfWork } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import { DeliveryLog } from '../domain/delivery-log';
import { NotificationRepository } from '../domain/notification.repository';

export const notificationNotFound = (): DomainError => new DomainError('NOTIFICATION_NOT_FOUND', 404, '没有找到这条消息。');

/** Marks own messages as read; reading twice keeps the first time. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly log: DeliveryLog,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for a message of somebody else as for one that does not exist. */
  async execute(accountId: string, notificationId: string): Promise<void> {
    const found = await this.notifications.markRead(accountId, notificationId, this.clock.now());
    if (!found) throw notificationNotFound();
  }

  /**
   * The reader came by the link in the mail: read, and the mail counts as opened. A tracking picture would tell more
   * and ask nobody; a link that only its reader can follow, signed in, tells what we need.
   */
  openedFromMail(accountId: string, notificationId: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.execute(accountId, notificationId);
      await this.log.markOpened(notificationId, this.clock.now());
    });
  }

  all(accountId: string): Promise<void> {
    return this.notifications.markAllRead(accountId, this.clock.now());
  }
}
