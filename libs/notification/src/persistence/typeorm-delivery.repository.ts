import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { TypeormUnitOfWork } from '@mantianxing/database';
import type { Delivery, DeliveryOutcome, Parcel } from '../domain/delivery';
import { deliveryTransition, DUE_WITHIN_MS, GIVE_UP_AFTER_MS, RETRY_WITHIN_MS, TO_SEND } from '../domain/delivery-status';
import { DeliveryRepository, type DigestPlace, type GroupNews, type NewDelivery } from '../domain/delivery.repository';
import { joinDigest, joinGroup } from './bundles';
import { BundleEntity, DeliveryEntity, NotificationEntity } from './notification.entities';

/** A failed delivery waits a day for somebody. */
const FAILED_WITHIN_MS = 86_400_000;
/** A job may stand in a long queue: only what is overdue by this much, in milliseconds, has none. */
const SLACK_MS = 120_000;
const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

@Injectable()
export class TypeormDeliveryRepository extends DeliveryRepository {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async queue(deliveries: readonly NewDelivery[], mailDomain: string, at: Date): Promise<void> {
    if (deliveries.length === 0) return;
    await this.manager.query(
      `with fresh as materialized (
         select uuidv7() as id, r.* from jsonb_to_recordset($1::jsonb) as r("notificationId" uuid, status text,
           "heldFor" text, "dueAt" timestamptz, "giveUpAt" timestamptz))
       insert into notification.delivery
         (id, notification_id, channel, message_id, status, held_for, due_at, give_up_at, created_at)
       select id, "notificationId", 'EMAIL', '<' || id || '@' || $2 || '>', status, "heldFor", "dueAt", "giveUpAt", $3
       from fresh on conflict (notification_id, channel, resend_no) do nothing`,
      [JSON.stringify(deliveries), mailDomain, at],
    );
  }

  override joinDigest(place: DigestPlace, mailDomain: string, at: Date): Promise<boolean> {
    return joinDigest(this.manager, place, mailDomain, at);
  }

  override joinGroup(targetId: string, news: GroupNews, mailDomain: string, at: Date): Promise<void> {
    return joinGroup(this.manager, targetId, news, mailDomain, at);
  }

  override async toSendOf(eventId: string): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select d.id from notification.delivery d join notification.notification n on n.id = d.notification_id
       where n.event_id = $1 and d.status = any($2) order by d.id`,
      [eventId, TO_SEND],
    );
    return rows.map(({ id }) => id);
  }

  override async find(id: string): Promise<Parcel | null> {
    const delivery = await this.manager.findOneBy(DeliveryEntity, { id });
    if (!delivery) return null;
    if (delivery.notificationId) {
      const one = await this.manager.findOneByOrFail(NotificationEntity, { id: delivery.notificationId });
      return { ...delivery, recipientId: one.recipientId, targetId: null, notifications: [one], groupEntries: [] };
    }
    const bundleId = delivery.bundleId as string;
    const { recipientId, targetId } = await this.manager.findOneByOrFail(BundleEntity, { id: bundleId });
    const inside = await this.manager.query<{ id: string }[]>(
      'select notification_id as id from notification.bundle_entry where bundle_id = $1 and dropped_at is null',
      [bundleId],
    );
    const [notifications, groupEntries] = await Promise.all([
      this.manager.find(NotificationEntity, { where: { id: In(inside.map((one) => one.id)) }, order: { createdAt: 'ASC', id: 'ASC' } }),
      this.manager.query<Parcel['groupEntries']>(
        'select template, params from notification.group_entry where bundle_id = $1 order by created_at, event_id',
        [bundleId],
      ),
    ]);
    return { ...delivery, recipientId, targetId, notifications, groupEntries };
  }

  override async lease(id: string, now: Date, until: Date): Promise<Delivery | null> {
    const send = deliveryTransition('send');
    const takeOver = deliveryTransition('takeOver');
    const { raw } = await this.manager
      .createQueryBuilder()
      .update(DeliveryEntity)
      .set({ status: send.to, leaseUntil: until, dueAt: until, attempts: () => 'attempts + 1' })
      .where([
        { id, status: In([...send.from]) },
        { id, status: In([...takeOver.from]), leaseUntil: LessThanOrEqual(now) },
      ])
      .returning('attempts')
      .execute();
    const [taken] = raw as { attempts: number }[];
    const delivery = taken && (await this.manager.findOneBy(DeliveryEntity, { id }));
    return delivery ? { ...delivery, attempts: taken.attempts } : null;
  }

  override async settle(leased: Delivery, outcome: DeliveryOutcome, at: Date): Promise<boolean> {
    const event = ({ SENT: 'done', RETRY: 'fault', FAILED: 'fail' } as const)[outcome.status];
    const { from, to } = deliveryTransition(event);
    // `attempts` grows with every lease: a worker that slept through its own finds another number here.
    const { affected } = await this.manager.update(
      DeliveryEntity,
      { id: leased.id, status: In([...from]), attempts: leased.attempts },
      { status: to, leaseUntil: null, ...changesOf(outcome, at) },
    );
    return affected === 1;
  }

  override async putOff(id: string, until: Date): Promise<void> {
    const { from, to } = deliveryTransition('putOff');
    await this.manager.update(DeliveryEntity, { id, status: In([...from]) }, { status: to, heldFor: 'QUIET', dueAt: until });
  }

  override async cancel(id: string): Promise<boolean> {
    const { from, to } = deliveryTransition('cancel');
    const { affected } = await this.manager.update(
      DeliveryEntity,
      { id, status: In([...from]) },
      { status: to, heldFor: null, dueAt: null },
    );
    return affected === 1;
  }

  override async drop(bundleId: string, notificationIds: readonly string[], at: Date): Promise<void> {
    await this.manager.query(
      `update notification.bundle_entry set dropped_at = $3
       where bundle_id = $1 and notification_id = any($2) and dropped_at is null`,
      [bundleId, notificationIds, at],
    );
  }

  override async ripen(now: Date, limit: number): Promise<string[]> {
    const { from, to } = deliveryTransition('ripen');
    const [rows] = await this.manager.query<[{ id: string }[], number]>(
      `with ripe as (select id from notification.delivery where status = any($2) and due_at <= $1
         order by due_at, id limit $3 for update skip locked)
       update notification.delivery d set status = $4, held_for = null, due_at = $5,
         give_up_at = coalesce(d.give_up_at, $6) from ripe where d.id = ripe.id returning d.id`,
      [now, from, limit, to, later(now, DUE_WITHIN_MS), later(now, GIVE_UP_AFTER_MS)],
    );
    return rows.map(({ id }) => id);
  }

  override async revive(now: Date, limit: number): Promise<string[]> {
    const [rows] = await this.manager.query<[{ id: string }[], number]>(
      `with stuck as (select id from notification.delivery
         where (status = 'RETRY' and due_at <= $1) or (status in ('DUE','SENDING') and due_at <= $2)
         order by due_at, id limit $3 for update skip locked)
       update notification.delivery d set due_at = $4 from stuck where d.id = stuck.id returning d.id`,
      [now, later(now, -SLACK_MS), limit, later(now, RETRY_WITHIN_MS)],
    );
    return rows.map(({ id }) => id);
  }

  override async hashAddresses(before: Date, digest: (address: string) => string, limit: number): Promise<number> {
    const rows = await this.manager.query<{ id: string; address: string }[]>(
      // Whoever was forgotten sooner than that is not to be found here either: account says so, by the id alone.
      `select d.id, d.address from notification.delivery d
       left join notification.notification n on n.id = d.notification_id
       left join notification.bundle b on b.id = d.bundle_id
       where d.address_kept = 'PLAIN' and (d.created_at <= $1
         or exists (select 1 from account.erasure e where e.account_id = coalesce(n.recipient_id, b.recipient_id)))
       order by d.created_at limit $2`,
      [before, limit],
    );
    const hashed = rows.map(({ id, address }) => ({ id, address: digest(address) }));
    await this.manager.query(
      `update notification.delivery d set address = r.address, address_kept = 'HASH'
       from jsonb_to_recordset($1::jsonb) as r(id uuid, address text) where d.id = r.id and d.address_kept = 'PLAIN'`,
      [JSON.stringify(hashed)],
    );
    return rows.length;
  }
}

function changesOf(outcome: DeliveryOutcome, at: Date): Partial<DeliveryEntity> {
  if (outcome.status === 'SENT') {
    const { address } = outcome;
    return {
      ...{ dueAt: null, sentAt: at, lastError: '', errorCode: '' },
      ...(address !== undefined && { address, addressKept: 'PLAIN' as const }),
    };
  }
  const { status, code, error, waitMs = RETRY_WITHIN_MS } = outcome;
  return { dueAt: later(at, status === 'FAILED' ? FAILED_WITHIN_MS : waitMs), lastError: error, errorCode: code };
}
