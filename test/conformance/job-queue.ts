import { randomUUID } from 'node:crypto';
import {
  jobOf,
  PermanentError,
  UnavailableError,
  type Job,
  type JobName,
  type JobPayloads,
} from '@mantianxing/contracts';
import { BullmqJobQueue, BullmqJobWorker, JobHandler, type QueueBackend } from '@mantianxing/queue';
import { waitUntil } from '../support/wait-until';

type Handle<N extends JobName> = (payload: JobPayloads[N]) => Promise<Job[]>;

function handler<N extends JobName>(name: N, handle: Handle<N>): JobHandler {
  return { name, handle } as unknown as JobHandler;
}

const indexScenario = (scenarioId: string): Job =>
  jobOf('index-scenario', { eventId: randomUUID(), scenarioId, revision: 1 });

/** What every store behind the job queue must keep. `backend` answers a fresh, empty one each time. */
export function jobQueueConformance(backend: () => QueueBackend): void {
  let jobs: BullmqJobQueue;
  let store: QueueBackend;
  let workers: BullmqJobWorker[] = [];
  const work = (handlers: JobHandler[], lockMs?: number, queue: 'indexing' | 'matching' = 'indexing') => {
    const worker = new BullmqJobWorker(queue, handlers, jobs, store, lockMs);
    workers.push(worker);
    return worker;
  };
  const settled = (what: string, predicate: () => boolean | Promise<boolean>) =>
    waitUntil(predicate, { timeoutMs: 20_000, what });

  beforeEach(() => {
    store = backend();
    jobs = new BullmqJobQueue(store);
    workers = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop(2000)));
    await jobs.close();
  });

  it('works a job off once, with the payload it was given', async () => {
    const seen: unknown[] = [];
    work([handler('index-scenario', async (payload) => (seen.push(payload), []))]);
    const job = indexScenario('s1');
    await jobs.add([job]);
    await settled('the job', () => seen.length === 1);
    expect(seen).toEqual([job.payload]);
  });

  it('takes the same job id twice as one job, before and after it was done', async () => {
    let runs = 0;
    const job = indexScenario('s1');
    await jobs.add([job, job]);
    work([handler('index-scenario', async () => ((runs += 1), []))]);
    await settled('the first run', () => runs === 1);
    await jobs.add([job]);
    await jobs.add([indexScenario('s2')]);
    await settled('the other job', () => runs === 2);
    expect(runs).toBe(2);
  });

  it('queues the follow-ups a handler returns, on their own queue', async () => {
    const matched: string[] = [];
    work([
      handler('index-scenario', async ({ eventId, scenarioId, revision }) => [
        jobOf('match-scenario', { eventId, scenarioId, revision }),
      ]),
    ]);
    work([handler('match-scenario', async ({ scenarioId }) => (matched.push(scenarioId), []))], undefined, 'matching');
    await jobs.add([indexScenario('s1')]);
    await settled('the follow-up', () => matched.length === 1);
    expect(matched).toEqual(['s1']);
  });

  it('tries a job again that failed, until it succeeds', async () => {
    let tries = 0;
    work([
      handler('index-scenario', async () => {
        tries += 1;
        if (tries < 3) throw new Error('not yet');
        return [];
      }),
    ]);
    await jobs.add([indexScenario('s1')]);
    await settled('the third try', () => tries === 3);
    await settled('nothing left over', async () => {
      const { waiting, active, delayed, failed } = (await jobs.counts()).indexing;
      return waiting + active + delayed + failed === 0;
    });
    expect(tries).toBe(3);
  });

  it('waits for a part that is away far longer than for a job that fails by itself', async () => {
    let tries = 0;
    work([
      handler('index-scenario', async () => {
        tries += 1;
        if (tries === 1) throw new UnavailableError('search engine away');
        return [];
      }),
    ]);
    await jobs.add([indexScenario('s1')]);
    await settled('the try after the part came back', () => tries === 2);
    expect((await jobs.counts()).indexing.failed).toBe(0);
  });

  it('sets a job aside at once when no retry can mend it, and a person can put it back', async () => {
    let tries = 0;
    work([
      handler('index-scenario', async () => {
        tries += 1;
        if (tries === 1) throw new PermanentError('its row is gone');
        return [];
      }),
    ]);
    const job = indexScenario('s1');
    await jobs.add([job]);
    await settled('the dead letter', async () => (await jobs.failed(10)).length === 1);
    const [dead] = await jobs.failed(10);
    expect(dead).toMatchObject({ queue: 'indexing', id: job.id, name: 'index-scenario', reason: 'its row is gone' });
    expect(await jobs.retry('indexing', job.id)).toBe(true);
    await settled('the retry', () => tries === 2);
    expect(await jobs.retry('indexing', 'no such job')).toBe(false);
  });

  it('sets a job aside whose name no handler knows, instead of counting it as done', async () => {
    work([handler('index-capability', async () => [])]);
    await jobs.add([indexScenario('s1')]);
    await settled('the dead letter', async () => (await jobs.counts()).indexing.failed === 1);
    expect((await jobs.failed(1))[0]?.reason).toContain('no handler');
  });

  it('runs a job again that was held by a worker which went away', async () => {
    let runs = 0;
    const stuck = work([handler('index-scenario', () => ((runs += 1), new Promise(() => undefined)))], 1500);
    await jobs.add([indexScenario('s1')]);
    await settled('the first worker to take it', () => runs === 1);
    await stuck.stop(10);
    work([handler('index-scenario', async () => ((runs += 1), []))], 1500);
    await settled('the second worker to take it over', () => runs === 2);
    expect(runs).toBe(2);
  });

  it('lets a running job finish before it stops', async () => {
    let finished = false;
    let begun = false;
    const worker = work([
      handler('index-scenario', async () => {
        begun = true;
        await new Promise((resolve) => setTimeout(resolve, 300));
        finished = true;
        return [];
      }),
    ]);
    await jobs.add([indexScenario('s1')]);
    await settled('the job to begin', () => begun);
    await worker.stop(5000);
    expect(finished).toBe(true);
  });

  it('counts what waits', async () => {
    await jobs.add([indexScenario('s1'), indexScenario('s2')]);
    expect((await jobs.counts()).indexing).toMatchObject({ waiting: 2, active: 0, failed: 0 });
    await expect(jobs.ping()).resolves.toBeUndefined();
  });
}
