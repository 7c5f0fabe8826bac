import { DataSource, openDataSource, RecurringLedger } from '@mantianxing/database';
import { SystemClock } from '@mantianxing/platform';
import { RecurringRunner } from '../../../apps/matcher-worker/src/recurring/recurring-runner';
import type { RecurringTask } from '../../../apps/matcher-worker/src/recurring/recurring-task';
import { freshDatabase, type FreshDatabase } from '../../support/database';

describe('recurring tasks', () => {
  let database: FreshDatabase;
  let dataSource: DataSource;
  let ledger: RecurringLedger;

  beforeEach(async () => {
    database = await freshDatabase();
    dataSource = await openDataSource(database.url);
    ledger = new RecurringLedger(dataSource);
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const runner = (...tasks: RecurringTask[]) => new RecurringRunner(ledger, new SystemClock(), tasks);
  const counting = (name: string, run: () => Promise<number>): RecurringTask => ({ name, everySeconds: 3600, run });
  const rowOf = async (name: string) => (await ledger.runs()).find((run) => run.name === name);

  it('eight workers that look at once run a due task once, and not again before its time', async () => {
    let runs = 0;
    const task = counting('remind-parties', async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return 3;
    });
    await Promise.all(Array.from({ length: 8 }, () => runner(task).look()));
    await runner(task).look();
    expect(runs).toBe(1);
    expect(await rowOf('remind-parties')).toMatchObject({ running: false, lastCount: 3, lastError: null, failures: 0 });
  });

  it('a task that fails says why, keeps the others from nothing, and is tried again when due', async () => {
    let broken = true;
    const failing = counting('send-digest', async () => {
      if (broken) throw new Error('the mail server is away');
      return 1;
    });
    let others = 0;
    const other = counting('reconcile-index', async () => (others += 1));
    await runner(failing, other).look();
    expect(others).toBe(1);
    expect(await rowOf('send-digest')).toMatchObject({ lastError: 'the mail server is away', failures: 1, lastCount: null });
    broken = false;
    await dataSource.query(`update recurring.task set due_at = now() where name = 'send-digest'`);
    await runner(failing, other).look();
    expect(await rowOf('send-digest')).toMatchObject({ lastError: null, failures: 0, lastCount: 1 });
    expect(others).toBe(1);
  });

  it('the task of a worker that died is taken over once its lease has run out, and the dead one can no longer end it', async () => {
    const dead = await ledger.take('apply-retention', 60);
    expect(await ledger.take('apply-retention', 60)).toBeNull();
    await dataSource.query(`update recurring.task set leased_until = now() - interval '1 second'`);
    const next = await ledger.take('apply-retention', 60);
    expect(next).not.toBeNull();
    expect(await ledger.extend('apply-retention', dead as string, 60)).toBe(false);
    await ledger.finish('apply-retention', dead as string, 3600, { count: 9 });
    expect(await rowOf('apply-retention')).toMatchObject({ running: true, lastCount: null });
    expect(await ledger.extend('apply-retention', next as string, 60)).toBe(true);
  });

  it('a runner that stops waits for the task at hand and begins no other', async () => {
    const done: string[] = [];
    let begun = () => undefined as void;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = counting('a-slow', async () => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 80));
      done.push('a-slow');
      return 1;
    });
    const later = counting('b-later', async () => done.push('b-later'));
    const stopping = runner(slow, later);
    stopping.start();
    await isBegun;
    await stopping.stop();
    expect(done).toEqual(['a-slow']);
    expect(await rowOf('b-later')).toBeUndefined();
  });
});
