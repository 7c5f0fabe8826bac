import { Inject, Injectable, Logger } from '@nestjs/common';
import { ReconciliationLog, type CheckResult, type ReconciliationRun } from '@mantianxing/database';
import { Clock } from '@mantianxing/platform';
import { PROMISE_CHECKS, type PromiseCheck } from './promise-check';

export interface ReconcileOrder {
  startedBy: ReconciliationRun['startedBy'];
  /** Looks and mends nothing; leaves no record. */
  dryRun?: boolean;
  /** Only these checks, by name. */
  only?: readonly string[];
  /** Leaves a record only where something had to be mended. */
  quiet?: boolean;
}

export type ReconcileReport = ReconciliationRun & { failed: string[] };

/** Holds every promise against PostgreSQL and asks for what is missing. One that cannot be looked at keeps no other waiting. */
@Injectable()
export class Reconcile {
  private readonly logger = new Logger('reconcile');

  constructor(
    private readonly log: ReconciliationLog,
    private readonly clock: Clock,
    @Inject(PROMISE_CHECKS) private readonly checks: PromiseCheck[],
  ) {}

  async execute({ startedBy, dryRun = false, only, quiet = false }: ReconcileOrder): Promise<ReconcileReport> {
    const beganAt = this.clock.now();
    const results: CheckResult[] = [];
    const failed: string[] = [];
    for (const check of this.checks.filter(({ name }) => !only || only.includes(name))) {
      try {
        results.push(await this.one(check, beganAt, dryRun));
      } catch (error) {
        failed.push(check.name);
        this.logger.warn(`${check.name}: ${error instanceof Error ? error.message : String(error)}`);
        results.push({ name: check.name, label: check.label, compared: 0, found: 0, mended: 0, note: '这次没能核对，稍后再试' });
      }
    }
    const compared = results.reduce((sum, one) => sum + one.compared, 0);
    const mended = results.reduce((sum, one) => sum + one.mended, 0);
    const run = { beganAt, finishedAt: this.clock.now(), startedBy, compared, mended, checks: results };
    if (!dryRun && (!quiet || mended > 0)) await this.log.record(run);
    return { ...run, failed };
  }

  private async one(check: PromiseCheck, now: Date, dryRun: boolean): Promise<CheckResult> {
    const { compared, found, mend, note = '' } = await check.look(now);
    // Without anything to mend too: a job found done is struck off then.
    const mended = dryRun ? 0 : await mend();
    if (mended > 0) this.logger.log(`${check.name}: ${mended} of ${compared} mended`);
    return { name: check.name, label: check.label, compared, found, mended, note };
  }
}
