import type { EntityManager } from 'typeorm';
import type { DigestPlace, GroupNews } from '../domain/delivery.repository';

/** A held delivery of the bundle; its id is the left side of its Message-ID. */
const HOLD = `
  with fresh as materialized (select uuidv7() as id)
  insert into notification.delivery (id, bundle_id, channel, message_id, status, held_for, due_at, created_at)
  select id, $1, $2, '<' || id || '@' || $3 || '>', 'HELD', $4, $5, $6 from fresh
  on conflict (bundle_id, resend_no) do nothing`;

/**
 * Puts a message into a person's digest of a day. The lock on the delivery's row decides between joining and ripening:
 * whoever comes second sees what the first has done, so an entry is in the mail or in the next one, never in between.
 */
export async function joinDigest(manager: EntityManager, place: DigestPlace, mailDomain: string, at: Date): Promise<boolean> {
  const { notificationId, recipientId, day, dueAt } = place;
  await manager.query(
    `insert into notification.bundle (recipient_id, channel, day, created_at) values ($1, 'EMAIL', $2, $3)
     on conflict (recipient_id, channel, day) do nothing`,
    [recipientId, day, at],
  );
  const [bundle] = await manager.query<{ id: string }[]>(
    `select id from notification.bundle where recipient_id = $1 and channel = 'EMAIL' and day = $2`,
    [recipientId, day],
  );
  await manager.query(HOLD, [bundle?.id, 'EMAIL', mailDomain, 'DIGEST', dueAt, at]);
  const [held] = await manager.query<{ status: string; reason: string | null }[]>(
    'select status, held_for as reason from notification.delivery where bundle_id = $1 and resend_no = 0 for update',
    [bundle?.id],
  );
  // One put off at night has been tried: what it says stands.
  if (held?.status !== 'HELD' || held.reason !== 'DIGEST') return false;
  await manager.query(
    `insert into notification.bundle_entry (notification_id, channel, bundle_id) values ($1, 'EMAIL', $2)
     on conflict (notification_id, channel) do nothing`,
    [notificationId, bundle?.id],
  );
  return true;
}

/** Tells a group of an event, in the message that still gathers or in a new one. The lock on the group's row puts events in a line. */
export async function joinGroup(manager: EntityManager, targetId: string, news: GroupNews, mailDomain: string, at: Date): Promise<void> {
  const [target] = await manager.query<{ kind: string }[]>(
    `select kind from notification.channel_target where id = $1 and status = 'ACTIVE' for update`,
    [targetId],
  );
  const [told] = await manager.query<unknown[]>(
    'select 1 from notification.group_entry where target_id = $1 and event_id = $2',
    [targetId, news.eventId],
  );
  if (!target || told) return;
  const bundleId = (await gathering(manager, targetId)) ?? (await newBundle(manager, targetId, target.kind, news, mailDomain, at));
  await manager.query(
    `insert into notification.group_entry (target_id, event_id, bundle_id, template, params, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [targetId, news.eventId, bundleId, news.template, JSON.stringify(news.params), at],
  );
}

async function gathering(manager: EntityManager, targetId: string): Promise<string | undefined> {
  const [open] = await manager.query<{ id: string }[]>(
    `select b.id from notification.delivery d join notification.bundle b on b.id = d.bundle_id
     where b.target_id = $1 and d.status = 'HELD' and d.held_for = 'GATHER' order by d.id limit 1 for update of d`,
    [targetId],
  );
  return open?.id;
}

async function newBundle(manager: EntityManager, targetId: string, kind: string, news: GroupNews, mailDomain: string, at: Date): Promise<string> {
  const [bundle] = await manager.query<[{ id: string }]>(
    'insert into notification.bundle (target_id, channel, created_at) values ($1, $2, $3) returning id',
    [targetId, kind, at],
  );
  await manager.query(HOLD, [bundle.id, kind, mailDomain, 'GATHER', news.dueAt, at]);
  return bundle.id;
}
