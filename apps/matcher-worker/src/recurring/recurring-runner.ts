import { Inject, Injectable, Logger } from '@nestjs/common';
import { RecurringLedger } from '@mantianxing/database';
import { actAs, Clock } from '@mantianxing/platform';
import { RECURRING_TASKS, type RecurringTask } from './recurring-task';

/** How often the table is asked: no task needs a finer clock. */
const LOOK_MS = 5000;
/** A worker that is gone this long has lost its task; a living one extends its lease meanwhile. */
const LEASE_SECONDS = 60;

/** Runs what is due, one task after the other, and never twice at a time however many workers there are. */
@Injectable()
export class RecurringRunner {
  private readonly logger = new Logger('recurring');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly ledger: RecurringLedger,
    private readonly clock: Clock,
    @Inject(RECURRING_TASKS) private readonly tasks: RecurringTask[],
  ) {}

  start(): void {
    this.round = this.look().finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(), LOOK_MS);
    });
  }

  /** Waits for the task at hand; those behind it stay due. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** One look at every task; one that fails is logged and keeps the others from nothing. */
  async look(): Promise<void> {
    for (const task of this.tasks) {
      if (this.stopped) return;
      try {
        await this.runIfDue(task);
      } catch (error) {
        this.logger.warn(`${task.name}: ${reasonOf(error)}`);
      }
    }
  }

  private async runIfDue(task: RecurringTask): Promise<void> {
    const lease = await this.ledger.take(task.name, LEASE_SECONDS);
    if (!lease) return;
    const keep = setInterval(() => {
      this.ledger.extend(task.name, lease, LEASE_SECONDS).catch((error: Error) => this.logger.warn(`${task.name}: ${error.message}`));
    }, (LEASE_SECONDS / 3) * 1000);
    try {
      const count = await actAs({ via: 'worker', operation: task.name }, () => task.run(this.clock.now()));
      if (count > 0) this.logger.log(`${task.name}: ${count}`);
      await this.ledger.finish(task.name, lease, task.everySeconds, { count });
    } catch (error) {
      await this.ledger.finish(task.name, lease, task.everySeconds, { error: reasonOf(error) });
      throw error;
    } finally {
      clearInterval(keep);
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
