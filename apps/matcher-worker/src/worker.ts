import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { QUEUES } from '@mantianxing/contracts';
import { BullmqJobWorker, JobQueue, QUEUE_BACKEND, type JobHandler, type QueueBackend } from '@mantianxing/queue';
import { handlersByQueue } from './handler-registry';
import { EmbeddingKeeper } from './embedding/embedding-keeper';
import { IndexKeeper } from './indexing/index-keeper';
import { RecurringRunner } from './recurring';
import { OutboxRelay } from './relay/outbox-relay';
import { MatcherInForce } from './statistics/matcher-in-force';
import { RenewStatistics } from './statistics/renew-statistics';

export const JOB_HANDLERS = Symbol('JOB_HANDLERS');
/** Running jobs may take this long to finish when the process is asked to stop. */
const GRACE_MS = 4000;
const EPOCH_POLL_MS = 5000;

/** The relay, one worker per queue, and the watch over the statistics in force. */
@Injectable()
export class MatcherWorker {
  private readonly logger = new Logger('worker');
  private workers: BullmqJobWorker[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly jobs: JobQueue,
    private readonly matcher: MatcherInForce,
    private readonly renew: RenewStatistics,
    private readonly keeper: IndexKeeper,
    private readonly embeddings: EmbeddingKeeper,
    private readonly recurring: RecurringRunner,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(JOB_HANDLERS) private readonly handlers: JobHandler[],
  ) {}

  async start(): Promise<void> {
    const byQueue = handlersByQueue(this.handlers);
    await this.matcher.load();
    this.relay.start();
    this.recurring.start();
    const queues = QUEUES.filter((queue) => queue !== 'embedding' || this.embeddings.isOn);
    this.workers = queues.map((queue) => new BullmqJobWorker(queue, byQueue[queue], this.jobs, this.backend));
    this.logger.log(`working on ${this.backend.kind}`);
    await this.watchStatistics();
  }

  /** A new epoch changes every score: the keeper then has the index made anew and all open scenarios matched again. */
  private async watchStatistics(): Promise<void> {
    try {
      await this.renew.execute();
      await this.matcher.refresh();
      await this.keeper.look(this.matcher.now().version);
      await this.embeddings.look();
    } catch (error) {
      this.logger.warn(`statistics: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (!this.stopped) this.timer = setTimeout(() => void this.watchStatistics(), EPOCH_POLL_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const recurring = this.recurring.stop();
    await within(GRACE_MS, this.relay.stop());
    // A store that is away cannot be told; the locks then run out by themselves.
    await Promise.all(this.workers.map((worker) => within(GRACE_MS + 1000, worker.stop(GRACE_MS))));
    // A recurring task bears being begun anew.
    await within(0, recurring);
  }
}

/** Waits for `work`, at most `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), sleep(ms, undefined, { ref: false })]);
}
