import { Inject, Injectable } from '@nestjs/common';
import type { SystemStatusView } from '@mantianxing/contracts';
import { OutboxFeed } from '@mantianxing/outbox';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import { systemStatus } from './system-status';
import { answers, askWorker } from './worker-health';

/** Asked by every open desk and by public pages: one look serves all of them for this long, in milliseconds. */
const FRESH_FOR = 2_000;

@Injectable()
export class StatusService {
  private last?: { at: number; answer: Promise<SystemStatusView> };

  constructor(
    private readonly outbox: OutboxFeed,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Pick<Env, 'WORKER_URL' | 'PUBLISHING_URL' | 'DIRECTORY_URL'>,
  ) {}

  current(): Promise<SystemStatusView> {
    const now = this.clock.now();
    if (this.last && now.getTime() - this.last.at < FRESH_FOR) return this.last.answer;
    const answer = this.look(now);
    const look = (this.last = { at: now.getTime(), answer });
    answer.catch(() => {
      if (this.last === look) this.last = undefined;
    });
    return answer;
  }

  private async look(now: Date): Promise<SystemStatusView> {
    const { WORKER_URL, PUBLISHING_URL, DIRECTORY_URL } = this.env;
    const [backlog, workerParts, publishing, directory] = await Promise.all([
      this.outbox.backlog(),
      askWorker(WORKER_URL),
      answers(PUBLISHING_URL),
      answers(DIRECTORY_URL),
    ]);
    return systemStatus({ backlog, workerParts, publishing, directory, now });
  }
}
