import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { SimilarScenarios } from '../domain/similar-scenarios';

/** Signs scenarios written before duplicates were looked for. Their app does it beside its work after starting. */
@Injectable()
export class SignScenarios implements BeforeApplicationShutdown {
  private readonly logger = new Logger('duplicates');
  private isEnding = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly similar: SimilarScenarios) {}

  /** Answers how many were signed. */
  execute(): Promise<number> {
    return this.similar.signUnsigned(() => !this.isEnding);
  }

  /** Without waiting; what fails is tried again at the next start. */
  inBackground(): void {
    this.running = this.execute().catch((error: unknown) =>
      this.logger.warn(`signing stopped: ${String(error)}`),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    await this.running;
  }
}
