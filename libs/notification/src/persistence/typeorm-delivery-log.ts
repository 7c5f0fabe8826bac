import { Injectable } from '@nestjs/common';
import { TypeormUnitOfWork } from '@mantianxing/database';
import { In, type EntityManager } from 'typeorm';
import { deliveryTransition } from '../domain/delivery-status';
import { DeliveryLog, type LogFilter, type LogRow } from '../domain/delivery-log';
import { DeliveryEntity, NotificationEntity } from './notification.entities';

interface Around {
  id: string;
  recipientId: string | null;
  targetName: string | null;
  isReplaced: boolean;
  newest: string | null;
  covers: number;
}

@Injectable()
export class TypeormDeliveryLog extends DeliveryLog {
  constructor(private readonly unitOfWork: TypeormUnitOfWork) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager;
  }

  override async page(filter: LogFilter, offset: number, limit: number): Promise<{ rows: LogRow[]; total: number }> {
    const [where, values] = conditionOf(filter);
    const [[counted], found] = await Promise.all([
      this.manager.query<{ total: number }[]>(`select count(*)::int as total from notification.delivery d where ${where}`, values),
      this.manager.query<{ id: string }[]>(
        `select d.id from notification.delivery d where ${where} order by d.created_at desc, d.id desc
         limit $${values.length + 1} offset $${values.length + 2}`,
        [...values, limit, offset],
      ),
    ]);
    return { total: counted?.total ?? 0, rows: await this.rowsOf(found.map(({ id }) => id)) };
  }

  override countFailed(): Promise<number> {
    return this.manager
      .query<{ n: number }[]>(
        `select count(*)::int as n from notification.delivery d where d.status = 'FAILED' and not ${IS_REPLACED}`,
      )
      .then(([row]) => row?.n ?? 0);
  }

  override async find(id: string): Promise<LogRow | null> {
    const [row] = await this.rowsOf([id]);
    return row ?? null;
  }

  override async repeat(
    id: string,
    by: string,
    mailDomain: string,
    { at, dueAt, giveUpAt }: { at: Date; dueAt: Date; giveUpAt: Date },
  ): Promise<string | null> {
    const [repeated] = await this.manager.query<{ id: string }[]>(
      `with old as (select * from notification.delivery where id = $1), fresh as materialized (select uuidv7() as id)
       insert into notification.delivery (id, notification_id, bundle_id, channel, resend_no, message_id, status, due_at,
         give_up_at, resent_by, created_at)
       select fresh.id, old.notification_id, old.bundle_id, old.channel, old.resend_no + 1, '<' || fresh.id || '@' || $2 || '>',
         'DUE', $3, $4, $5, $6 from old, fresh
       on conflict do nothing returning id`,
      [id, mailDomain, dueAt, giveUpAt, by, at],
    );
    if (repeated) await this.manager.update(DeliveryEntity, { id }, { dueAt: null });
    return repeated?.id ?? null;
  }

  override async markOpened(notificationId: string, at: Date): Promise<void> {
    const { from, to } = deliveryTransition('open');
    await this.manager.query(
      `update notification.delivery d set status = $3, opened_at = $4
       where d.status = any($2) and (d.notification_id = $1
         or d.bundle_id in (select bundle_id from notification.bundle_entry where notification_id = $1))`,
      [notificationId, from, to, at],
    );
  }

  private async rowsOf(ids: readonly string[]): Promise<LogRow[]> {
    const around = await this.manager.query<Around[]>(AROUND, [ids]);
    const deliveries = await this.manager.findBy(DeliveryEntity, { id: In([...ids]) });
    const told = await this.manager.findBy(NotificationEntity, { id: In(around.flatMap(({ newest }) => newest ?? [])) });
    return ids.flatMap((id) => {
      const delivery = deliveries.find((one) => one.id === id);
      const beside = around.find((one) => one.id === id);
      if (!delivery || !beside) return [];
      const { recipientId, targetName, isReplaced, newest, covers } = beside;
      const notification = told.find((one) => one.id === newest) ?? null;
      return [{ ...delivery, recipientId, targetName, isReplaced, covers, notification }];
    });
  }
}

const IS_REPLACED = `exists (select 1 from notification.delivery r where r.resend_no > d.resend_no
  and (r.notification_id = d.notification_id and r.channel = d.channel or r.bundle_id = d.bundle_id))`;

const AROUND = `
  select d.id, coalesce(n.recipient_id, b.recipient_id) as "recipientId", t.name as "targetName",
    ${IS_REPLACED} as "isReplaced",
    coalesce(d.notification_id, (select max(e.notification_id::text)::uuid from notification.bundle_entry e
      where e.bundle_id = d.bundle_id)) as newest,
    case when d.notification_id is not null then 1 else (
      (select count(*) from notification.bundle_entry e where e.bundle_id = d.bundle_id and e.dropped_at is null)
      + (select count(*) from notification.group_entry g where g.bundle_id = d.bundle_id))::int end as covers
  from notification.delivery d
  left join notification.notification n on n.id = d.notification_id
  left join notification.bundle b on b.id = d.bundle_id
  left join notification.channel_target t on t.id = b.target_id
  where d.id = any($1)`;

function conditionOf({ state, templates, from, to }: LogFilter): [string, unknown[]] {
  const values: unknown[] = [];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const parts = ['true'];
  if (state) parts.push(`d.status = ${value(state)}`);
  if (from) parts.push(`d.created_at >= ${value(from)}`);
  if (to) parts.push(`d.created_at < ${value(to)}`);
  if (templates) {
    const list = value(templates);
    parts.push(`(exists (select 1 from notification.notification n where n.id = d.notification_id and n.template = any(${list}))
      or exists (select 1 from notification.bundle_entry e join notification.notification n on n.id = e.notification_id
        where e.bundle_id = d.bundle_id and n.template = any(${list})))`);
  }
  return [parts.join(' and '), values];
}
