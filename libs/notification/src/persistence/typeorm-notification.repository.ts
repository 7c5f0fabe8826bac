import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { AddressedNotice, Notification } from '../domain/notification';
import { NotificationRepository, type InboxEntry } from '../domain/notification.repository';
import { NotificationEntity } from './notification.entities';

@Injectable()
export class TypeormNotificationRepository extends NotificationRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async add(eventId: string, notices: AddressedNotice[], at: Date): Promise<Notification[]> {
    if (notices.length === 0) return [];
    // Always in the same order: two workers with the same job then wait for each other instead of deadlocking.
    const sorted = [...notices].sort((a, b) => (a.recipient.accountId < b.recipient.accountId ? -1 : 1));
    const rows = sorted.map(({ recipient, notice: { template, params, link, topic = '', once = null } }) => ({
      ...{ template, params, link, topic, once },
      recipient: recipient.accountId,
    }));
    const added = await this.manager.query<{ id: string }[]>(
      `insert into notification.notification (event_id, recipient_id, template, params, link, topic, once, created_at)
       select $1, r.recipient, r.template, r.params, r.link, r.topic, r.once, $3
       from jsonb_to_recordset($2::jsonb) as r(recipient uuid, template text, params jsonb, link text, topic text, once text)
       on conflict do nothing returning id`,
      [eventId, JSON.stringify(rows), at],
    );
    return this.manager.find(NotificationEntity, {
      where: { id: In(added.map(({ id }) => id)) },
      order: { recipientId: 'ASC' },
    });
  }

  override async recipientsOf(eventIds: readonly string[]): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      'select distinct recipient_id as id from notification.notification where event_id = any($1)',
      [eventIds],
    );
    return rows.map(({ id }) => id);
  }

  override async inboxOf(recipientId: string, limit: number, before?: string): Promise<InboxEntry[]> {
    const found = this.manager
      .createQueryBuilder(NotificationEntity, 'n')
      .where({ recipientId })
      .orderBy({ 'n.createdAt': 'DESC', 'n.id': 'DESC' })
      .take(limit);
    if (before) {
      found.andWhere('(n.created_at, n.id) < (select created_at, id from notification.notification where id = :before and recipient_id = :recipientId)', {
        before,
        recipientId,
      });
    }
    return this.withDeliveries(await found.getMany());
  }

  override async inboxEntry(recipientId: string, id: string): Promise<InboxEntry | undefined> {
    const [entry] = await this.withDeliveries(await this.manager.findBy(NotificationEntity, { recipientId, id }));
    return entry;
  }

  private async withDeliveries(entries: NotificationEntity[]): Promise<InboxEntry[]> {
    const deliveries = await this.manager.query<(InboxEntry['deliveries'][number] & { of: string })[]>(
      `select coalesce(d.notification_id, e.notification_id) as of, d.channel, d.bundle_id as "bundleId", d.status,
              d.sent_at as "sentAt", d.created_at as "createdAt"
       from notification.delivery d left join notification.bundle_entry e on e.bundle_id = d.bundle_id
       where d.notification_id = any($1) or e.notification_id = any($1)
       order by d.channel, d.created_at, d.resend_no`,
      [entries.map(({ id }) => id)],
    );
    return entries.map((entry) => ({ ...entry, deliveries: deliveries.filter(({ of }) => of === entry.id) }));
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
