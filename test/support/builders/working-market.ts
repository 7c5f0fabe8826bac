import { Test } from '@nestjs/testing';
import { ROUTES, UnavailableError, type Job } from '@mantianxing/contracts';
import { Embedder } from '@mantianxing/matching';
import { OutboxFeed } from '@mantianxing/outbox';
import { Clock } from '@mantianxing/platform';
import type { JobHandler } from '@mantianxing/queue';
import { DataSource } from 'typeorm';
import { JOB_HANDLERS } from '../../../apps/matcher-worker/src/worker';
import { workerModule } from '../../../apps/matcher-worker/src/worker.module';
import { freshDatabase } from '../database';
import { SetClock, testEnv, type OwnMarket } from './market';

/** A market with the worker's own handlers over it, worked off by the spec one job at a time. */
export interface WorkingMarket extends OwnMarket {
  /**
   * Takes every event that may leave and works its jobs off, with all that follow; an id is done once, as in the
   * queue. Jobs whose part is away are kept and tried again at the next call. Answers the names of the jobs done.
   */
  work(more?: Job[]): Promise<string[]>;
  /** Jobs that wait for a part that is away. */
  waiting(): Job[];
}

/** `over`: a market that exists already, as another worker finds it; closing it is then left to its owner. */
export async function openWorkingMarket(embedder: Embedder, over?: WorkingMarket): Promise<WorkingMarket> {
  const database = over ? { url: over.databaseUrl, drop: async () => undefined } : await freshDatabase();
  const clock = new SetClock();
  const app = await Test.createTestingModule({ imports: [workerModule(testEnv(database.url)) as never] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(Embedder)
    .useValue(embedder)
    .compile();
  const dataSource = app.get(DataSource);
  const handlers = new Map(app.get<JobHandler[]>(JOB_HANDLERS).map((handler) => [handler.name, handler]));
  const known = new Set<string>();
  let waiting: Job[] = [];

  async function work(more: Job[] = []): Promise<string[]> {
    const pending = [...waiting, ...more];
    const done: string[] = [];
    waiting = [];
    await app.get(OutboxFeed).drain(100, async (events) => void pending.push(...events.flatMap((event) => ROUTES[event.name](event))));
    for (let job = pending.shift(); job; job = pending.shift()) {
      if (known.has(job.id)) continue;
      try {
        pending.push(...((await handlers.get(job.name)?.handle(job.payload)) ?? []));
        known.add(job.id);
        done.push(job.name);
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error;
        waiting.push(job);
      }
    }
    return done;
  }

  return {
    clock,
    databaseUrl: database.url,
    get: (door) => app.get(door as never, { strict: false }),
    sql: (text, values = []) => dataSource.query(text, values),
    work,
    waiting: () => [...waiting],
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
