import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecurringTasks1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Work that comes round by the clock. One row a task, however many workers run: whoever takes the lease does it.
create schema recurring;
create table recurring.task (
  name text primary key,
  due_at timestamptz not null default now(),
  -- Set while a worker is at it; past, the worker is taken for dead and another one may begin.
  leased_until timestamptz,
  lease uuid,
  last_started_at timestamptz,
  last_finished_at timestamptz,
  -- How many things the last whole run saw to.
  last_count int,
  last_error text,
  failures int not null default 0 check (failures >= 0),
  check ((leased_until is null) = (lease is null)));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}
