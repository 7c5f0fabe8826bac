import { Inject, Injectable, Logger } from '@nestjs/common';
import { QUEUES } from '@mantianxing/contracts';
import { StatisticsShelf } from '@mantianxing/matching';
import { BullmqJobWorker, JobQueue, QUEUE_BACKEND, type JobHandler, type QueueBackend } from '@mantianxing/queue';
import { handlersByQueue } from './handler-registry';
import { OutboxRelay } from './relay/outbox-relay';
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

  constructor(
    private readonly relay: OutboxRelay,
    private readonly jobs: JobQueue,
    private readonly shelf: StatisticsShelf,
    private readonly renew: RenewStatistics,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(JOB_HANDLERS) private readonly handlers: JobHandler[],
  ) {}

  /**
   * Starts working. Resolves when another epoch of statistics has come into force: whoever runs this
   * process then builds it anew, since every part holds the old matcher.
   */
  async start(epochInUse: number | null): Promise<void> {
    const byQueue = handlersByQueue(this.handlers);
    this.relay.start();
    this.workers = QUEUES.map((queue) => new BullmqJobWorker(queue, byQueue[queue], this.jobs, this.backend));
    this.logger.log(`working on ${this.backend.kind}, statistics epoch ${epochInUse ?? 'none'}`);
    await this.untilNewEpoch(epochInUse);
  }

  private untilNewEpoch(inUse: number | null): Promise<void> {
    return new Promise((resolve) => {
      const look = async () => {
        try {
          await this.renew.execute();
          if ((await this.shelf.activeId()) !== inUse) return resolve();
        } catch (error) {
          this.logger.warn(`statistics: ${error instanceof Error ? error.message : String(error)}`);
        }
        this.timer = setTimeout(look, EPOCH_POLL_MS);
      };
      this.timer = setTimeout(look, EPOCH_POLL_MS);
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.relay.stop();
    await Promise.all(this.workers.map((worker) => worker.stop(GRACE_MS)));
  }
}
