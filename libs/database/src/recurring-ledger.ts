import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What is known of one recurring task: shown on the status page, and read by people who ask why nothing happened. */
export interface RecurringRun {
  name: string;
  dueAt: Date;
  running: boolean;
  lastFinishedAt: Date | null;
  /** How many things the last whole run saw to; null before the first. */
  lastCount: number | null;
  /** Why the last run failed; null when it did not. */
  lastError: string | null;
  failures: number;
}

/** Which recurring task is due, and who is at it. Leases instead of locks: a run may be long and hold no transaction. */
@Injectable()
export class RecurringLedger {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes the task for `leaseSeconds` if it is due and nobody is at it. Answers the lease, or null.
   * A worker that dies loses it by time alone, so a task must bear being begun anew.
   */
  async take(name: string, leaseSeconds: number): Promise<string | null> {
    const rows = await this.dataSource.query<{ lease: string }[]>(
      `insert into recurring.task as t (name, due_at, leased_until, lease, last_started_at)
       values ($1, now(), now() + make_interval(secs => $2), gen_random_uuid(), now())
       on conflict (name) do update
         set leased_until = excluded.leased_until, lease = excluded.lease, last_started_at = now()
         where t.due_at <= now() and (t.leased_until is null or t.leased_until < now())
       returning t.lease`,
      [name, leaseSeconds],
    );
    return rows[0]?.lease ?? null;
  }

  /** Keeps a long run's lease alive. False: it was lost, and another worker may be at it. */
  async extend(name: string, lease: string, leaseSeconds: number): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      `update recurring.task set leased_until = now() + make_interval(secs => $3) where name = $1 and lease = $2`,
      [name, lease, leaseSeconds],
    );
    return count === 1;
  }

  /** Ends a run: due again after `everySeconds`. A lease that was lost meanwhile changes nothing. */
  async finish(name: string, lease: string, everySeconds: number, result: { count: number } | { error: string }): Promise<void> {
    const failed = 'error' in result;
    await this.dataSource.query(
      `update recurring.task set leased_until = null, lease = null, due_at = now() + make_interval(secs => $3),
         last_finished_at = now(), last_error = $4, last_count = coalesce($5, last_count),
         failures = case when $4::text is null then 0 else failures + 1 end
       where name = $1 and lease = $2`,
      [name, lease, everySeconds, failed ? result.error.slice(0, 500) : null, failed ? null : result.count],
    );
  }

  async runs(): Promise<RecurringRun[]> {
    const rows = await this.dataSource.query<Record<string, never>[]>(
      `select name, due_at as "dueAt", coalesce(leased_until > now(), false) as running, last_finished_at as "lastFinishedAt",
         last_count as "lastCount", last_error as "lastError", failures from recurring.task order by name`,
    );
    return rows as unknown as RecurringRun[];
  }
}
