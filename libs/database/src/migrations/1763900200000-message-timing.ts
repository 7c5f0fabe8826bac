import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Preferences, daily digests, quiet hours, resend, group robots. */
export class MessageTiming1763900200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table notification.notification add column topic text not null default '';

create table notification.preference (
  account_id uuid not null references account.account,
  kind text not null check (kind in ('TASK','INTRODUCTION','SUGGESTION','PROGRESS','NEWS')),
  channel text not null check (channel in ('EMAIL')),
  mode text not null check (mode in ('AT_ONCE','DIGEST','OFF')),
  changed_at timestamptz not null default now(),
  primary key (account_id, kind, channel));

create table notification.channel_target (
  id uuid primary key default uuidv7(),
  district_code char(6) not null,
  kind text not null check (kind in ('WECOM','DINGTALK','FEISHU')),
  name text not null check (name <> ''),
  host text not null,
  sealed_webhook text,
  sealed_secret text,
  events text[] not null default '{}',
  status text not null check (status in ('ACTIVE','PAUSED','DELETED')),
  version int not null default 1,
  created_by uuid references account.account,
  created_at timestamptz not null default now(),
  check ((status = 'DELETED') = (sealed_webhook is null)),
  check (status <> 'DELETED' or sealed_secret is null));
create unique index channel_target_name on notification.channel_target (district_code, name) where status <> 'DELETED';

-- Several messages in one delivery: a person's digest of a day, or what a group is told at once.
create table notification.bundle (
  id uuid primary key default uuidv7(),
  recipient_id uuid references account.account,
  target_id uuid references notification.channel_target,
  channel text not null check (channel in ('EMAIL','WECOM','DINGTALK','FEISHU')),
  day date,
  created_at timestamptz not null default now(),
  check ((recipient_id is null) <> (target_id is null)),
  check ((recipient_id is null) = (day is null)),
  check ((target_id is null) = (channel = 'EMAIL')),
  unique (recipient_id, channel, day));

create table notification.bundle_entry (
  notification_id uuid not null references notification.notification,
  channel text not null,
  bundle_id uuid not null references notification.bundle,
  dropped_at timestamptz,
  primary key (notification_id, channel));
create index bundle_entry_bundle on notification.bundle_entry (bundle_id);

create table notification.group_entry (
  target_id uuid not null references notification.channel_target,
  event_id uuid not null references outbox.event,
  bundle_id uuid not null references notification.bundle,
  template text not null,
  params jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (target_id, event_id));
create index group_entry_bundle on notification.group_entry (bundle_id);

alter table notification.delivery
  alter column notification_id drop not null,
  add column bundle_id uuid references notification.bundle,
  add column held_for text check (held_for in ('DIGEST','QUIET','GATHER')),
  add column give_up_at timestamptz,
  add column error_code text not null default '',
  add column address text,
  add column address_kept text not null default 'NONE' check (address_kept in ('NONE','PLAIN','HASH')),
  add column opened_at timestamptz,
  add column resent_by uuid references account.account,
  drop constraint delivery_channel_check,
  add constraint delivery_channel_check check (channel in ('EMAIL','WECOM','DINGTALK','FEISHU')),
  add constraint delivery_of_one_thing check ((notification_id is null) <> (bundle_id is null)),
  add constraint delivery_address_kept check ((address_kept = 'NONE') = (address is null)),
  add constraint delivery_bundle_resend unique (bundle_id, resend_no);
update notification.delivery set give_up_at = created_at + interval '72 hours'
  where status in ('DUE','SENDING','RETRY');
create index delivery_log on notification.delivery (created_at desc, id desc);
create index delivery_plain_address on notification.delivery (created_at) where address_kept = 'PLAIN';
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
