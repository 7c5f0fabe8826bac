import { OutboxFeed } from '@mantianxing/outbox';
import { JobQueue } from '@mantianxing/queue';
import { TELLING_EVENTS } from '@mantianxing/contracts';
import { jobsOf } from '../../../apps/matcher-worker/src/relay/outbox-relay';
import { aCapability } from '../../support/builders/capability';
import { aFirm, aUnit, theOffice } from '../../support/builders/organizations';
import { openQueuedMarket, type QueuedMarket } from '../../support/builders/queued-market';
import { aScenario } from '../../support/builders/scenario';

const BURST = 500;

/** Counts, not times: how long a burst takes is measured by `npm run bench -- burst`. */
describe('a burst of changes', () => {
  let market: QueuedMarket;
  let ids: string[];
  beforeAll(async () => {
    market = await openQueuedMarket();
    const unit = await aUnit(market);
    await theOffice(market);
    ids = [];
    for (let n = 1; n <= 5; n += 1) ids.push((await aScenario(market).with({ title: `第${n}条` }).of(unit).published()).id);
    await aCapability(market).of(await aFirm(market)).published();
    await market.workOff();
  });
  afterAll(() => market?.close());

  const revise = () =>
    market.sql(
      `with s as (update scenario.scenario set revision = revision + 1, gate_revision = revision + 1, version = version + 1
         where status in ('PUBLISHED','IN_TALKS') returning id, revision),
       e as (insert into outbox.event (name, subject_id, revision, ids)
         select 'scenario.revised', id, revision, '{"material": true}'::jsonb from s returning id)
       insert into outbox.dispatch (event_id) select id from e`,
    );
  const given = async () => Number((await market.sql<{ n: string }>('select last_value as n from outbox.job_number'))[0]?.n);

  it('of five entries, a hundred times each, is joined into a few runs, and the last revision is the one matched', async () => {
    const before = await given();
    for (let n = 0; n < BURST / 5; n += 1) await revise();
    await market.workOff();
    // Indexing and matching of each entry: two jobs a run.
    expect((await given()) - before).toBeLessThanOrEqual((2 * BURST) / 10);
    const behind = await market.sql(
      `select s.id from scenario.scenario s left join matching.matched m on m.subject_id = s.id where s.status in ('PUBLISHED','IN_TALKS') and m.revision is distinct from s.revision`,
    );
    expect(behind).toEqual([]);
  });

  it('lets messages to people pass: they leave first, however many changes were there before them', async () => {
    for (let n = 0; n < BURST / 5; n += 1) await revise();
    await market.sql(
      `with e as (insert into outbox.event (name, subject_id, revision, ids)
         values ('suggestion.proposed', $1::uuid, 1, jsonb_build_object('scenarioId', $1::text, 'proposed', 1, 'recommended', 1)) returning id)
       insert into outbox.dispatch (event_id) select id from e`,
      [ids[0]],
    );
    const first: string[] = [];
    await market.get(OutboxFeed).drain(100, async (events) => {
      first.push(...events.map(({ name }) => name));
      await market.get(JobQueue).add(jobsOf(events));
    }, TELLING_EVENTS);
    expect(first).toEqual(['suggestion.proposed']);
    expect((await market.get(JobQueue).counts()).notifications.waiting).toBe(1);
    await market.workOff();
    expect((await market.reconcile()).mended).toBe(0);
  });
});
