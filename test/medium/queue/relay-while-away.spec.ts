import { type DataSource, openDataSource } from '@mantianxing/database';
import type { JobQueue } from '@mantianxing/queue';
import { OutboxRelay } from '../../../apps/matcher-worker/src/relay/outbox-relay';
import type { BringBackJobs } from '../../../apps/matcher-worker/src/reconciliation/bring-back-jobs';
import { TypeormOutboxFeed } from '../../../libs/outbox/src/typeorm-outbox';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { waitUntil } from '../../support/wait-until';

describe('the relay while the queue is away', () => {
  let database: FreshDatabase;
  let db: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    db = await openDataSource(database.url);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('keeps one session that listens, however often it fails: the rest of the pool is for work', async () => {
    const [event] = await db.query<{ id: string }[]>(
      `insert into outbox.event (name, subject_id, revision) values ('scenario.published', uuidv7(), 1) returning id`,
    );
    await db.query('insert into outbox.dispatch (event_id) values ($1)', [event?.id]);
    // A Redis that was there and left refuses like this; parts-away (e2e) takes a real one away.
    const add = jest.fn().mockRejectedValue(new Error('Connection is closed.'));
    const relay = new OutboxRelay(new TypeormOutboxFeed(db), { add } as unknown as JobQueue, { retryWanted: async () => undefined } as unknown as BringBackJobs);
    relay.start();
    await waitUntil(() => add.mock.calls.length >= 4, { timeoutMs: 60_000, what: 'four failures' });
    const [{ n }] = (await db.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and query = 'listen outbox'`,
    )) as [{ n: number }];
    expect(n).toBeLessThanOrEqual(1);
    expect(await db.query('select 1 from outbox.dispatch')).toHaveLength(1);
    await relay.stop();
  });
});
