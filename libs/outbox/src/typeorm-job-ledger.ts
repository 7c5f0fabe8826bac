import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isLevelTriggered, QUEUE_OF, workKeyOf, type Job, type QueueName } from '@mantianxing/contracts';
import { JobLedger, type DueJob, type PendingJob, type SetAside } from './job-ledger';

/** An ask is joined to one the queue took less than this ago; an older one may be lost, so the ask goes on its own. */
const JOINED_SECONDS = 30;
/** Work done less than this ago may wait a little for more asks. */
const SOON_SECONDS = 2;
/** No reason is longer; a database error may quote a whole statement. */
const REASON_LENGTH = 500;

interface Row {
  name: string;
  job_id: string;
  payload: Job['payload'];
}

interface AskedRow extends Row {
  is_level: boolean;
  queued_at: Date | null;
  soon: boolean;
}

const jobOfRow = (row: Row): Job => ({ name: row.name, id: row.job_id, payload: row.payload }) as Job;

/** Errors may quote what people wrote: addresses and long numbers stay out. */
const told = (reason: string): string =>
  reason.slice(0, REASON_LENGTH).replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+|\d{7,}/g, '…');

const ASK = `
insert into outbox.job as j (key, name, queue, payload, job_id, is_level)
select a.key, a.name, a.queue, a.payload, case when a.is_level then a.key || '_' || nextval('outbox.job_number') else a.job_id end, a.is_level
from jsonb_to_recordset($1::jsonb) as a (key text, name text, queue text, payload jsonb, job_id text, is_level boolean)
order by a.key
on conflict (key) do update set
  payload = excluded.payload,
  asked = case when j.is_level or j.answered >= j.asked then j.asked + 1 else j.asked end,
  asked_at = case when j.answered >= j.asked then now() else j.asked_at end,
  queued_at = case when j.answered < j.asked and j.failed_at is null and j.queued_at > now() - make_interval(secs => $2)
    then j.queued_at end,
  job_id = case when not j.is_level or (j.answered < j.asked and j.failed_at is null and j.queued_at > now() - make_interval(secs => $2))
    then j.job_id else j.key || '_' || nextval('outbox.job_number') end,
  failed_at = null, failure = null, reason = '', attempts = 0, retry_asked_at = null
returning name, job_id, payload, is_level, queued_at, coalesce(answered_at > now() - make_interval(secs => $3), false) as soon`;

const MORE = `
  job_id = case when asked > $2 then key || '_' || nextval('outbox.job_number') else job_id end,
  queued_at = case when asked > $2 then null else queued_at end`;

@Injectable()
export class TypeormJobLedger extends JobLedger {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async ask(jobs: readonly Job[]): Promise<DueJob[]> {
    if (jobs.length === 0) return [];
    // One statement cannot write a row twice: of asks for the same work the last stands for all.
    const byKey = new Map(jobs.map((job) => [workKeyOf(job), job]));
    const asks = [...byKey].map(([key, job]) => ({
      ...{ key, name: job.name, queue: QUEUE_OF[job.name], payload: job.payload },
      ...{ job_id: job.id, is_level: isLevelTriggered(job.name) },
    }));
    const rows = await this.dataSource.query<AskedRow[]>(ASK, [JSON.stringify(asks), JOINED_SECONDS, SOON_SECONDS]);
    const due = rows.filter((row) => !row.is_level || row.queued_at === null);
    return due.map((row) => ({ job: jobOfRow(row), isSoonAgain: row.soon }));
  }

  override async queued(jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.dataSource.query('update outbox.job set queued_at = now(), retry_asked_at = null where key = any($1)', [jobs.map(workKeyOf)]);
  }

  override async begin(job: Job): Promise<number | null> {
    // What is no level job is guarded by the keys of what it writes; it is run whatever stands here.
    if (!isLevelTriggered(job.name)) return 1;
    const [row] = await this.dataSource.query<{ asked: string; covered: boolean }[]>(
      'select asked, answered >= asked as covered from outbox.job where key = $1',
      [workKeyOf(job)],
    );
    if (!row) return 0;
    return row.covered ? null : Number(row.asked);
  }

  override async done(job: Job, ticket: number): Promise<Job | null> {
    if (!isLevelTriggered(job.name)) {
      await this.dataSource.query('delete from outbox.job where key = $1', [job.id]);
      return null;
    }
    return this.settle(
      `update outbox.job set answered = greatest(answered, $2), answered_at = now(),
         asked_at = case when asked > $2 then now() else asked_at end,
         failed_at = null, failure = null, reason = '', faults = 0, retry_asked_at = null, ${MORE}
       where key = $1 returning name, job_id, payload, asked > answered as more`,
      [workKeyOf(job), ticket],
    );
  }

  override async fault(job: Job): Promise<number | null> {
    const [rows] = await this.dataSource.query<[{ faults: number }[], number]>(
      'update outbox.job set faults = faults + 1 where key = $1 returning faults',
      [workKeyOf(job)],
    );
    return rows[0]?.faults ?? null;
  }

  override async setAside(job: Job, ticket: number, { failure, reason, attempts }: SetAside): Promise<Job | null> {
    return this.settle(
      `insert into outbox.job as j (key, name, queue, payload, job_id, is_level, failed_at, failure, reason, attempts)
       values ($1, $3, $4, $5, $6, $7, now(), $8, $9, $10)
       on conflict (key) do update set
         job_id = case when j.is_level and j.asked > $2 then j.key || '_' || nextval('outbox.job_number') else j.job_id end,
         queued_at = case when j.is_level and j.asked > $2 then null else j.queued_at end,
         failed_at = case when j.is_level and j.asked > $2 then null else now() end,
         failure = case when j.is_level and j.asked > $2 then null else excluded.failure end,
         reason = excluded.reason, attempts = excluded.attempts, faults = 0, retry_asked_at = null
       where j.answered < j.asked
       returning name, job_id, payload, failed_at is null as more`,
      [
        ...[workKeyOf(job), ticket, job.name, QUEUE_OF[job.name] ?? 'indexing', JSON.stringify(job.payload), job.id],
        ...[isLevelTriggered(job.name), failure, told(reason), attempts],
      ],
    );
  }

  private async settle(statement: string, values: unknown[]): Promise<Job | null> {
    const answer = await this.dataSource.query<(Row & { more: boolean })[] | [(Row & { more: boolean })[], number]>(statement, values);
    // TypeORM answers an update with its rows and their number, an insert with its rows.
    const [row] = (Array.isArray(answer[0]) ? answer[0] : answer) as (Row & { more: boolean })[];
    return row?.more ? jobOfRow(row) : null;
  }

  override pending(seconds: number, limit: number): Promise<PendingJob[]> {
    return this.list(
      `failed_at is null and answered < asked and coalesce(queued_at, asked_at) < now() - make_interval(secs => $1)
       order by queued_at nulls first limit $2`,
      [seconds, limit],
    );
  }

  override wanted(limit: number): Promise<PendingJob[]> {
    return this.list('retry_asked_at is not null and failed_at is null order by retry_asked_at limit $1', [limit]);
  }

  private async list(where: string, values: unknown[]): Promise<PendingJob[]> {
    const rows = await this.dataSource.query<(Row & { asked_at: Date; retry_asked_at: Date | null })[]>(
      `select name, job_id, payload, asked_at, retry_asked_at from outbox.job where ${where}`,
      values,
    );
    return rows.map((row) => ({ job: jobOfRow(row), askedAt: row.asked_at, retry: row.retry_asked_at !== null }));
  }

  override async renew(job: Job): Promise<Job> {
    const key = workKeyOf(job);
    const [rows] = await this.dataSource.query<[Row[], number]>(
      `update outbox.job set asked = asked + 1, job_id = key || '_' || nextval('outbox.job_number') where key = $1 and is_level
       returning name, job_id, payload`,
      [key],
    );
    return rows[0] ? jobOfRow(rows[0]) : job;
  }

  override async unfinished(jobs: readonly Job[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ key: string }[]>(
      'select key from outbox.job where key = any($1) and answered < asked',
      [jobs.map(workKeyOf)],
    );
    return new Set(rows.map(({ key }) => key));
  }

  override async forget(): Promise<void> {
    await this.dataSource.query(`delete from outbox.job where answered >= asked and answered_at < now() - interval '1 day'`);
  }

  override counts(): Promise<{ queue: QueueName; pending: number; oldestAskedAt: Date | null; dead: number }[]> {
    return this.dataSource.query(
      `select queue, count(*) filter (where failed_at is null)::int as pending,
         min(asked_at) filter (where failed_at is null) as "oldestAskedAt", count(failed_at)::int as dead
       from outbox.job where answered < asked group by queue order by queue`,
    );
  }
}
