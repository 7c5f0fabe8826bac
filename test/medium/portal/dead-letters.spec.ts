import type { DeadLettersView, OperationsView } from '@mantianxing/contracts';
import { jobOf } from '@mantianxing/contracts';
import { JobLedger } from '@mantianxing/outbox';
import { randomUUID } from 'node:crypto';
import { theOffice } from '../../support/builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../../support/builders/portal';
import { aScenario } from '../../support/builders/scenario';

describe('jobs that were set aside', () => {
  let portal: TestPortal;
  let [coordinator, matchmaker, admin]: Browser[] = [];
  let scenarioId = '';
  beforeAll(async () => {
    portal = await openPortal();
    const office = await theOffice(portal);
    coordinator = await portal.signedIn(office, 'COORDINATOR');
    matchmaker = await portal.signedIn(office, 'MATCHMAKER');
    admin = await portal.signedIn(office, 'ADMIN');
    scenarioId = (await aScenario(portal).with({ title: '长江岸线垃圾识别' }).published()).id;
  });
  afterAll(() => portal?.close());
  beforeEach(() => portal.sql('delete from outbox.job'));

  const setAside = async (id = scenarioId) => {
    const ledger = portal.get(JobLedger);
    const job = jobOf('match-scenario', { eventId: randomUUID(), scenarioId: id, revision: 1 });
    const [due] = await ledger.ask([job]);
    await ledger.queued([due!.job]);
    await ledger.setAside(due!.job, 1, { failure: 'FAULT', reason: 'cannot read 13800001234 of zhou@example.cn', attempts: 12 });
  };
  const list = async (who = coordinator) => (await who!.get('/api/dead-letters')).json<DeadLettersView>();
  const row = async () => (await portal.sql<Record<string, unknown>>('select * from outbox.job'))[0];

  it('are listed with what they were about, why, and since when; contacts stay out', async () => {
    await setAside();
    const { total, items, mayDiscard } = await list();
    expect([total, mayDiscard]).toEqual([1, true]);
    expect(items[0]).toMatchObject({
      jobLabel: '匹配场景',
      subject: { title: '长江岸线垃圾识别', href: `/scenarios/${scenarioId}` },
      reason: '处理时出错，已多次自动重试',
      technical: 'cannot read … of …',
      attempts: 12,
    });
  });

  it('name what is not public to staff alone', async () => {
    const draft = await aScenario(portal).with({ title: '还没有公开的设想' }).draft();
    await setAside(draft.id);
    expect((await list(matchmaker)).items[0]?.subject).toEqual({ title: '还没有公开的设想' });
    expect((await list(admin)).items[0]?.subject).toEqual({ title: '一个未公开的场景' });
  });

  it('go back to the worker when a person asks, and only once', async () => {
    await setAside();
    const [letter] = (await list()).items;
    expect((await matchmaker!.post(`/api/dead-letters/${letter?.id}/retry`, {})).status).toBe(200);
    expect(await row()).toMatchObject({ failed_at: null, retry_asked_at: expect.any(Date) });
    expect((await portal.get(JobLedger).wanted(10)).map(({ retry }) => retry)).toEqual([true]);
    expect((await matchmaker!.post(`/api/dead-letters/${letter?.id}/retry`, {})).status).toBe(404);
  });

  it('go back all together', async () => {
    await setAside();
    await setAside(randomUUID());
    expect((await coordinator!.post('/api/dead-letters/retry-all', {})).json()).toEqual({ settled: 2 });
    expect((await list()).total).toBe(0);
  });

  it('are given up with a reason, which is kept; a matchmaker may not', async () => {
    await setAside();
    const [letter] = (await list()).items;
    const discard = (who: Browser | undefined, body: object) => who!.post(`/api/dead-letters/${letter?.id}/discard`, body);
    expect((await discard(matchmaker, { reason: '不需要' })).status).toBe(403);
    expect((await discard(coordinator, { reason: '' })).status).toBe(422);
    expect((await discard(coordinator, { reason: '场景已另行匹配' })).status).toBe(200);
    expect((await list()).total).toBe(0);
    const [verdict] = await portal.sql('select verdict, failure, reason from outbox.job_verdict order by at desc limit 1');
    expect(verdict).toEqual({ verdict: 'DISCARDED', failure: 'FAULT', reason: '场景已另行匹配' });
    const [entry] = await portal.sql(`select via, account_id is not null as named from audit.entry where subject_kind = 'outbox.job_verdict' order by at desc limit 1`);
    expect(entry).toEqual({ via: 'portal', named: true });
  });

  it('are counted on the page of how the work stands', async () => {
    await setAside();
    const view = (await admin!.get('/api/operations')).json<OperationsView>();
    expect(view.queues).toEqual([{ name: 'matching', label: '匹配', pending: 0, oldestAskedAt: null, dead: 1 }]);
  });
});
