import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SessionShelf } from '@mantianxing/account';
import { Clock } from '@mantianxing/platform';

const EVERY = 3_600_000;

/** Sessions past their time are no longer accepted; once an hour their rows go too. */
@Injectable()
export class SessionSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('sessions');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly shelf: SessionShelf,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.shelf.sweep(this.clock.now()).catch((error: Error) => this.logger.warn(`sweep: ${error.message}`));
    }, EVERY).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
