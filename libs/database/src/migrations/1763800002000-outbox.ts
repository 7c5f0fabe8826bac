import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outbox1763800002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table outbox.event (
  id uuid primary key default uuidv7(),
  name text not null,
  subject_id uuid not null,
  revision int not null,
  ids jsonb not null default '{}',
  actor_account_id uuid,
  at timestamptz not null default now());
create index event_of_subject on outbox.event (subject_id, at);
create trigger frozen before update or delete on outbox.event for each row execute function public.refuse_change();

-- What still has to reach the queue; the row goes when it has. A decision's row may wait (decisionHold).
create table outbox.dispatch (
  event_id uuid primary key references outbox.event,
  available_at timestamptz not null default now(),
  attempts int not null default 0);
create index dispatch_due on outbox.dispatch (available_at);

create function outbox.wake_relay() returns trigger language plpgsql as $$
begin perform pg_notify('outbox', ''); return null; end $$;
create trigger wake after insert on outbox.dispatch for each statement execute function outbox.wake_relay();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
