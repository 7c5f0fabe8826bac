import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { AddressedNotice } from '../domain/notification';
import { NotificationRepository, type InboxEntry } from '../domain/notification.repository';
import { DELIVERY_TRANSITIONS } from '../domain/delivery-status';
import { DeliveryEntity, NotificationEntity } from './notification.entities';

const OPEN = [...new Set(DELIVERY_TRANSITIONS.flatMap(({ from }) => from))];
/** A new delivery is on its way within a minute, or somebody should look. */
const DUE_WITHIN_MS = 60_000;

@Injectable()
export class TypeormNotificationRepository extends NotificationRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async record(
    eventId: string,
    notices: AddressedNotice[],
    mailDomain: string,
    at: Date,
  ): Promise<void> {
    // Always in the same order: two workers with the same job then wait for each other instead of deadlocking.
    const sorted = [...notices].sort((a, b) => (a.recipient.accountId < b.recipient.accountId ? -1 : 1));
    const rows = sorted.map(({ recipient, notice }) => ({
      ...notice,
      eventId,
      recipientId: recipient.accountId,
      createdAt: at,
    }));
    if (rows.length === 0) return;
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(NotificationEntity)
      .values(rows)
      .orIgnore()
      .updateEntity(false)
      .execute();
    const byMail = sorted
      .filter(({ recipient }) => recipient.email)
      .map(({ recipient }) => recipient.accountId);
    await this.manager.query(
      `with fresh as materialized (
         select uuidv7() as id, n.id as notification_id from notification.notification n
         where n.event_id = $1 and n.recipient_id = any($2) order by n.recipient_id)
       insert into notification.delivery (id, notification_id, channel, message_id, status, due_at, created_at)
       select id, notification_id, 'EMAIL', '<' || id || '@' || $3 || '>', 'DUE', $4, $5 from fresh
       on conflict (notification_id, channel, resend_no) do nothing`,
      [eventId, byMail, mailDomain, new Date(at.getTime() + DUE_WITHIN_MS), at],
    );
  }

  override async openDeliveries(eventId: string): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select d.id from notification.delivery d join notification.notification n on n.id = d.notification_id
       where n.event_id = $1 and d.status = any($2) order by d.id`,
      [eventId, OPEN],
    );
    return rows.map(({ id }) => id);
  }

  override async recipientsOf(eventIds: readonly string[]): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      'select distinct recipient_id as id from notification.notification where event_id = any($1)',
      [eventIds],
    );
    return rows.map(({ id }) => id);
  }

  override async inboxOf(recipientId: string, limit: number): Promise<InboxEntry[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    const entries = await this.manager.find(NotificationEntity, {
      where: { recipientId },
      order,
      take: limit,
    });
    const deliveries = await this.manager.find(DeliveryEntity, {
      where: { notificationId: In(entries.map(({ id }) => id)) },
      order: { channel: 'ASC', resendNo: 'ASC' },
    });
    return entries.map((entry) => ({
      ...entry,
      deliveries: deliveries.filter(({ notificationId }) => notificationId === entry.id),
    }));
  }

  override unreadOf(recipientId: string): Promise<number> {
    return this.manager.countBy(NotificationEntity, { recipientId, readAt: IsNull() });
  }

  override async markRead(recipientId: string, id: string, at: Date): Promise<boolean> {
    if (!(await this.manager.existsBy(NotificationEntity, { id, recipientId }))) return false;
    await this.manager.update(NotificationEntity, { id, recipientId, readAt: IsNull() }, { readAt: at });
    return true;
  }

  override async markAllRead(recipientId: string, at: Date): Promise<void> {
    await this.manager.update(NotificationEntity, { recipientId, readAt: IsNull() }, { readAt: at });
  }
}
