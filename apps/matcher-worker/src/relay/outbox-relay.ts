import { Injectable, Logger } from '@nestjs/common';
import { ROUTES, TELLING_EVENTS, type Job, type StoredEvent } from '@mantianxing/contracts';
import { OutboxFeed } from '@mantianxing/outbox';
import { JobQueue } from '@mantianxing/queue';
import { BringBackJobs } from '../reconciliation/bring-back-jobs';

const BATCH = 100;
/** Covers a lost LISTEN connection and events whose hold has run out. */
const POLL_MS = 500;
const LONGEST_PAUSE_MS = 5000;

export const jobsOf = (events: StoredEvent[]): Job[] => events.flatMap((event) => ROUTES[event.name](event));

/** Brings recorded events to the queue: at least once, under ids that make a second time harmless. */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger('relay');
  private stopped = false;
  private loop: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private unlisten: (() => Promise<void>) | undefined;
  /** Moment of the last round that left nothing behind. */
  emptiedAt: Date | null = null;

  constructor(
    private readonly feed: OutboxFeed,
    private readonly jobs: JobQueue,
    private readonly bringBack: BringBackJobs,
  ) {}

  start(): void {
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.loop;
    await this.unlisten?.().catch(() => undefined);
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopped; ) {
      try {
        this.unlisten ??= await this.feed.onWritten(() => this.wake());
        const deliver = (events: StoredEvent[]) => this.jobs.add(jobsOf(events));
        // Messages to people do not wait behind a burst of changes.
        await this.feed.drain(BATCH, deliver, TELLING_EVENTS);
        const delivered = await this.feed.drain(BATCH, deliver);
        if (failures > 0) this.logger.log('the queue answers again');
        failures = 0;
        if (delivered === BATCH) continue;
        await this.bringBack.retryWanted();
        this.emptiedAt = new Date();
        await this.pause(POLL_MS);
      } catch (error) {
        failures += 1;
        // The session that listens may be the one that broke; left open, each failure would keep one of the pool for good.
        await this.unlisten?.().catch(() => undefined);
        this.unlisten = undefined;
        this.logger.warn(`events wait: ${error instanceof Error ? error.message : String(error)}`);
        await this.pause(Math.min(LONGEST_PAUSE_MS, POLL_MS * failures));
      }
    }
  }

  /** Until woken or `ms` have passed. */
  private pause(ms: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
