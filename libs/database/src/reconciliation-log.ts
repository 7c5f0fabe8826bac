import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface CheckResult {
  /** Which promise, as `kind-noun`. */
  name: string;
  /** What people call it. */
  label: string;
  compared: number;
  found: number;
  mended: number;
  /** Chinese; why nothing could be looked at, or what was done. Empty when all is as promised. */
  note: string;
}

export interface ReconciliationRun {
  beganAt: Date;
  finishedAt: Date;
  startedBy: 'CLOCK' | 'COMMAND';
  compared: number;
  mended: number;
  checks: CheckResult[];
}

/** Some two days of looks every five minutes. */
const KEPT = 600;

/** What the looks at what was promised have found, for the status page. */
@Injectable()
export class ReconciliationLog {
  constructor(private readonly dataSource: DataSource) {}

  async record({ beganAt, finishedAt, startedBy, compared, mended, checks }: ReconciliationRun): Promise<void> {
    await this.dataSource.query(
      `insert into recurring.reconciliation (began_at, finished_at, started_by, compared, mended, checks) values ($1, $2, $3, $4, $5, $6)`,
      [beganAt, finishedAt, startedBy, compared, mended, JSON.stringify(checks)],
    );
    await this.dataSource.query(
      `delete from recurring.reconciliation where began_at < (select began_at from recurring.reconciliation order by began_at desc offset $1 limit 1)`,
      [KEPT],
    );
  }

  /** Newest first. With `mendedOnly`, those that had something to mend; `leastChecks`: that looked at so many promises. */
  recent(limit: number, mendedOnly = false, leastChecks = 1): Promise<ReconciliationRun[]> {
    return this.dataSource.query(
      `select began_at as "beganAt", finished_at as "finishedAt", started_by as "startedBy", compared, mended, checks
       from recurring.reconciliation where (mended > 0 or not $2) and jsonb_array_length(checks) >= $3 order by began_at desc limit $1`,
      [limit, mendedOnly, leastChecks],
    );
  }
}
