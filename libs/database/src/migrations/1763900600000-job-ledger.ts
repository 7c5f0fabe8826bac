import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobLedger1763900600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What has been asked of the queue and is not done. A queue that forgets (an empty or rolled-back Redis) is made whole from here.
-- Numbers the ids of jobs whose work may be asked for again and again: a queue ignores an id it still keeps.
create sequence outbox.job_number;
create table outbox.job (
  -- What is to be done: '<job>_<subject>' for jobs one run of which answers all earlier asks, else the job's own id.
  key text primary key,
  id uuid not null default uuidv7() unique,
  name text not null,
  queue text not null,
  payload jsonb not null,
  -- Under which it was last given to the queue.
  job_id text not null,
  is_level boolean not null,
  asked bigint not null default 1 check (asked >= 1),
  -- Up to which ask a whole run has answered. Level-triggered rows stay for a day; others go when done.
  answered bigint not null default 0 check (answered >= 0),
  -- Since when the oldest unanswered ask waits.
  asked_at timestamptz not null default now(),
  -- When the queue took it; null while it is on its way there.
  queued_at timestamptz,
  answered_at timestamptz,
  -- Set aside after its last try: a dead letter, until a person retries or discards it.
  failed_at timestamptz,
  failure text check (failure in ('PERMANENT','AWAY','FAULT')),
  reason text not null default '',
  attempts int not null default 0,
  retry_asked_at timestamptz,
  check ((failed_at is null) = (failure is null)));
create index job_pending on outbox.job (queued_at nulls first) where answered < asked and failed_at is null;
create index job_dead on outbox.job (failed_at desc) where failed_at is not null;
create index job_retry on outbox.job (retry_asked_at) where retry_asked_at is not null;

-- What people did with dead letters, and why.
create table outbox.job_verdict (
  id uuid primary key default uuidv7(),
  job_row uuid not null,
  key text not null,
  name text not null,
  payload jsonb not null,
  verdict text not null check (verdict in ('RETRIED','DISCARDED')),
  failure text not null,
  failure_reason text not null,
  failed_at timestamptz not null,
  reason text not null default '',
  account_id uuid not null references account.account,
  at timestamptz not null default now(),
  check (verdict = 'RETRIED' or reason <> ''));
create trigger frozen before update or delete on outbox.job_verdict for each row execute function public.refuse_change();

-- Up to which content, and by which matcher, an entry was last matched as a whole. An empty matcher: before this was kept.
create table matching.matched (
  kind text not null check (kind in ('scenario','capability')),
  subject_id uuid not null,
  revision int not null,
  digest text not null,
  made_by text not null,
  matched_at timestamptz not null default now(),
  primary key (kind, subject_id));
insert into matching.matched (kind, subject_id, revision, digest, made_by)
  select 'scenario', id, revision, coalesce(match_digest, ''), '' from scenario.scenario where status in ('PUBLISHED','IN_TALKS')
  union all
  select 'capability', id, revision, coalesce(match_digest, ''), '' from capability.capability where status = 'PUBLISHED';

-- The last looks at what was promised: per promise how many were compared and how many had to be mended.
create table recurring.reconciliation (
  id uuid primary key default uuidv7(),
  began_at timestamptz not null,
  finished_at timestamptz not null,
  started_by text not null check (started_by in ('CLOCK','COMMAND')),
  compared int not null,
  mended int not null,
  -- [{name, compared, found, mended, note}]
  checks jsonb not null check (jsonb_typeof(checks) = 'array'));
create index reconciliation_newest on recurring.reconciliation (began_at desc);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
