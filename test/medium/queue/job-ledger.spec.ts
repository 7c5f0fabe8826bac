import { randomBytes, randomUUID } from 'node:crypto';
import { jobOf, PermanentError, RETRY, UnavailableError, type Job } from '@mantianxing/contracts';
import { openDataSource, type DataSource } from '@mantianxing/database';
import { JobLedger, type PendingJob } from '@mantianxing/outbox';
import { BullmqJobQueue, BullmqJobWorker, queueBackend, type JobHandler } from '@mantianxing/queue';
import { TypeormJobLedger } from '../../../libs/outbox/src/typeorm-job-ledger';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { describeWith } from '../../support/servers';
import { waitUntil } from '../../support/wait-until';

const scenario = randomUUID();
const matchOf = (scenarioId: string, revision: number): Job => jobOf('match-scenario', { eventId: randomUUID(), scenarioId, revision });

function ledgerSuite(redis?: { url: string }): void {
  let database: FreshDatabase;
  let db: DataSource;
  let ledger: JobLedger;
  let jobs: BullmqJobQueue;
  let workers: BullmqJobWorker[] = [];
  const store = () => queueBackend({ redisUrl: redis?.url, databaseUrl: database.url, namespace });
  let namespace = '';
  const work = (handle: (payload: never) => Promise<Job[]>, name = 'match-scenario', queue: 'matching' | 'notifications' = 'matching', policy = {}) => {
    const worker = new BullmqJobWorker(queue, [{ name, handle } as unknown as JobHandler], jobs, store(), undefined, { ...RETRY[queue], ...policy });
    workers.push(worker);
  };
  const row = async (key: string) => (await db.query('select * from outbox.job where key = $1', [key]))[0];
  const done = (key: string) =>
    waitUntil(async () => Number((await row(key))?.answered) >= Number((await row(key))?.asked), { timeoutMs: 30_000, what: `${key} to be answered` });

  beforeAll(async () => {
    database = await freshDatabase();
    db = await openDataSource(database.url);
    ledger = new TypeormJobLedger(db);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    namespace = `q_${randomBytes(5).toString('hex')}`;
    await db.query('delete from outbox.job');
    jobs = new BullmqJobQueue(store(), ledger);
    workers = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop(2000)));
    await jobs.close();
  });

  it('works a hundred quick revisions of one entry off in a few runs, the last of which sees the last revision', async () => {
    const seen: number[] = [];
    let revision = 0;
    work(async () => (seen.push(revision), []));
    for (revision = 1; revision <= 100; revision += 1) await jobs.add([matchOf(scenario, revision)]);
    revision = 100;
    await done(`match-scenario_${scenario}`);
    expect(seen.at(-1)).toBe(100);
    expect(seen.length).toBeLessThanOrEqual(10);
  });

  it('runs again when something was asked while a run was under way', async () => {
    let runs = 0;
    let release: () => void = () => undefined;
    work(async () => {
      runs += 1;
      if (runs === 1) await new Promise<void>((resolve) => (release = resolve));
      return [];
    });
    await jobs.add([matchOf(scenario, 1)]);
    await waitUntil(() => runs === 1, { timeoutMs: 20_000, what: 'the first run' });
    await jobs.add([matchOf(scenario, 2)]);
    release();
    await done(`match-scenario_${scenario}`);
    expect(runs).toBe(2);
  });

  it('has nothing to do for a job whose ask an earlier run has answered', async () => {
    let runs = 0;
    work(async () => ((runs += 1), []));
    await jobs.add([matchOf(scenario, 1)]);
    await done(`match-scenario_${scenario}`);
    // As a queue that was rolled back would offer it once more.
    await jobs.put([{ ...matchOf(scenario, 1), id: `match-scenario_${scenario}_once_more` } as Job]);
    await jobs.add([matchOf(randomUUID(), 1)]);
    await waitUntil(() => runs === 2, { timeoutMs: 20_000, what: 'the other entry' });
    expect(runs).toBe(2);
  });

  it('keeps entries apart, and joins what stands in one batch', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    await jobs.add([matchOf(a, 1), matchOf(b, 1), matchOf(a, 2)]);
    expect((await jobs.counts()).matching.waiting).toBe(2);
    expect((await row(`match-scenario_${a}`)).payload.revision).toBe(2);
  });

  it('strikes off what was done once and for all', async () => {
    const job = jobOf('notify', { eventId: randomUUID(), event: 'pairing.formed', subjectId: randomUUID() });
    work(async () => [], 'notify', 'notifications');
    await jobs.add([job]);
    await waitUntil(async () => !(await row(job.id)), { timeoutMs: 20_000, what: 'the job to be struck off' });
    expect(await ledger.pending(0, 10)).toEqual([]);
  });

  it('sets a job aside with its reason, and gives it another chance when it is asked for again', async () => {
    let isBroken = true;
    work(async () => {
      if (isBroken) throw new PermanentError('its row is gone');
      return [];
    });
    await jobs.add([matchOf(scenario, 1)]);
    await waitUntil(async () => (await row(`match-scenario_${scenario}`)).failed_at, { timeoutMs: 20_000, what: 'the dead letter' });
    expect(await row(`match-scenario_${scenario}`)).toMatchObject({ failure: 'PERMANENT', reason: 'its row is gone', attempts: 1 });
    expect(await ledger.pending(0, 10)).toEqual([]);
    isBroken = false;
    await jobs.add([matchOf(scenario, 2)]);
    await done(`match-scenario_${scenario}`);
    expect(await row(`match-scenario_${scenario}`)).toMatchObject({ failed_at: null, failure: null });
  });

  it('forgives a job the tries while a part was away: only its own faults set it aside', async () => {
    let tries = 0;
    const quickly = { attempts: 3, backoffMs: 5 };
    const handle = async (): Promise<Job[]> => {
      tries += 1;
      if (tries <= 5) throw new UnavailableError('search engine away');
      if (tries <= 7) throw new Error('a fault of its own');
      return [];
    };
    work(handle, 'match-scenario', 'matching', quickly);
    await jobs.add([matchOf(scenario, 1)]);
    await done(`match-scenario_${scenario}`);
    expect(tries).toBe(8);
    expect(await row(`match-scenario_${scenario}`)).toMatchObject({ failed_at: null, faults: 0 });
  });

  it('sets a job aside after as many faults of its own, and leaves none counted against a later try', async () => {
    let tries = 0;
    work(async () => ((tries += 1), Promise.reject(new Error('a fault of its own'))), 'match-scenario', 'matching', { attempts: 3, backoffMs: 5 });
    await jobs.add([matchOf(scenario, 1)]);
    await waitUntil(async () => (await row(`match-scenario_${scenario}`)).failed_at, { timeoutMs: 20_000, what: 'the dead letter' });
    expect(tries).toBe(3);
    expect(await row(`match-scenario_${scenario}`)).toMatchObject({ failure: 'FAULT', faults: 0 });
  });

  it('knows what the queue took and has lost', async () => {
    const kept = matchOf(randomUUID(), 1);
    const lost = matchOf(randomUUID(), 1);
    await jobs.add([kept]);
    await ledger.queued((await ledger.ask([lost])).map(({ job }) => job));
    const pending: PendingJob[] = await ledger.pending(0, 10);
    expect(pending).toHaveLength(2);
    const where = await jobs.whereabouts(pending.map(({ job }) => job));
    const missing = pending.filter((_, at) => where[at]?.state === 'missing').map(({ job }) => job.payload);
    expect(missing).toEqual([lost.payload]);
  });
}

describe('the ledger of jobs over a queue on PostgreSQL', () => ledgerSuite());
describeWith.redis('the ledger of jobs over a queue on Redis', (redis) => ledgerSuite(redis));
