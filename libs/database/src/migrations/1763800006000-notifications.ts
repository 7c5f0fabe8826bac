import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1763800006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table notification.notification (
  id uuid primary key default uuidv7(),
  event_id uuid not null references outbox.event,
  recipient_id uuid not null references account.account,
  template text not null,
  params jsonb not null default '{}',
  link text not null default '',
  read_at timestamptz,
  created_at timestamptz not null default now(),
  unique (event_id, recipient_id));
create index inbox on notification.notification (recipient_id, created_at desc);

create table notification.delivery (
  id uuid primary key default uuidv7(),
  notification_id uuid not null references notification.notification,
  channel text not null check (channel in ('EMAIL')),
  resend_no smallint not null default 0,
  message_id text not null unique,
  status text not null check (status in
    ('HELD','DUE','SENDING','RETRY','FAILED','SENT','OPENED','SUPPRESSED','CANCELLED')),
  lease_until timestamptz,
  attempts int not null default 0,
  last_error text not null default '',
  due_at timestamptz,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  check ((status = 'SENDING') = (lease_until is not null)),
  unique (notification_id, channel, resend_no));
create index delivery_waiting on notification.delivery (status, due_at) where status in ('HELD','DUE','SENDING','RETRY','FAILED');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
