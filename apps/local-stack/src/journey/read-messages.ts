import { deliveryLabelOf, messageOf, withoutContacts } from '@mantianxing/notification';
import type { Client } from 'pg';
import type { JourneyEntry } from './entry';

interface MessageRow {
  id: string;
  event_id: string;
  template: string;
  params: object;
  read_at: Date | null;
  created_at: Date;
  name: string;
  organizations: string[];
}

interface DeliveryRow {
  id: string;
  notification_id: string;
  channel: string;
  status: string;
  attempts: number;
  last_error: string;
  sent_at: Date | null;
  created_at: Date;
}

/** What these events told whom, and what became of the mails. Names, never addresses. */
export async function readMessages(client: Client, eventIds: string[]): Promise<JourneyEntry[]> {
  const { rows } = await client.query<MessageRow>(
    `select n.*, coalesce(p.name, '') as name, array(
       select distinct o.name from account.membership m join organization.organization o on o.id = m.organization_id
       where m.account_id = n.recipient_id and m.ended_at is null order by o.name) as organizations
     from notification.notification n join account.account a on a.id = n.recipient_id
     join account.person p on p.id = a.person_id where n.event_id = any($1) order by n.created_at, n.id`,
    [eventIds],
  );
  const deliveries = await client.query<DeliveryRow>(
    `select d.*, coalesce(d.notification_id, e.notification_id) as notification_id from notification.delivery d
     left join notification.bundle_entry e on e.bundle_id = d.bundle_id
     where d.notification_id = any($1) or e.notification_id = any($1) order by d.created_at, d.id`,
    [rows.map(({ id }) => id)],
  );
  return rows.flatMap((row) => {
    const subject = [...row.organizations, row.name].filter(Boolean).join('·');
    const common = { eventId: row.event_id, subject };
    const read = row.read_at ? '已读' : '未读';
    const message = { ...common, kind: 'NOTIFICATION' as const, at: row.created_at, subjectId: row.id };
    const own = deliveries.rows.filter((one) => one.notification_id === row.id);
    return [
      { ...message, text: `${messageOf(row).subject}（${read}）` },
      ...own.map((one) => ({ ...common, kind: 'DELIVERY' as const, at: one.sent_at ?? one.created_at, subjectId: one.id, text: inWords(one) })),
    ];
  });
}

function inWords({ channel, status, attempts, last_error }: DeliveryRow): string {
  const tries = attempts > 1 ? `，第${attempts}次` : '';
  const why = last_error ? `，上次原因：${withoutContacts(last_error)}` : '';
  return `${channel === 'EMAIL' ? '邮件' : channel}${deliveryLabelOf(status)}${tries}${why}`;
}
