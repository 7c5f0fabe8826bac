import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditChain } from '@mantianxing/audit';

/** A committed entry can be taken away unseen for this long, in milliseconds. */
const EVERY_MS = 1000;
const ROUND = 2000;
/** How often the last hash goes to the log of the process: collected elsewhere, it proves everything before it. */
const TELL_EVERY_MS = 3_600_000;

/** Seals the audit log each second. Several workers may: one does, the others find nothing. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('audit');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;
  private toldAt = 0;
  private told = 0;

  constructor(private readonly chain: AuditChain) {}

  onApplicationBootstrap(): void {
    this.round = this.seal().finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.onApplicationBootstrap(), EVERY_MS);
    });
  }

  /** What is committed by now is sealed before the process goes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
    await this.seal();
  }

  private async seal(): Promise<void> {
    try {
      while ((await this.chain.seal(ROUND)) === ROUND);
      await this.tell();
    } catch (error) {
      this.logger.warn(`not sealed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async tell(): Promise<void> {
    if (Date.now() - this.toldAt < TELL_EVERY_MS) return;
    const { position, hash } = await this.chain.head();
    if (position > this.told) this.logger.log(`audit anchor ${position} ${hash}`);
    this.told = position;
    this.toldAt = Date.now();
  }
}
