import { randomUUID } from 'node:crypto';
import { jobOf, QUEUES } from '@mantianxing/contracts';
import { JobQueue } from '@mantianxing/queue';
import { openWorld, type World } from '../../support/access/world';

interface Shown {
  queues: { name: string; readOnlyMode: boolean; allowRetries: boolean; counts: Record<string, number>; jobs: { id: string; name: string; data: object }[] }[];
}

describe('the board of queues', () => {
  let world: World;
  const subjectId = randomUUID();
  beforeAll(async () => {
    world = await openWorld();
    await world.apps.worker.get(JobQueue).put([jobOf('notify', { eventId: subjectId, event: 'pairing.formed', subjectId })]);
  });
  afterAll(() => world?.close());
  const as = (name: string) => world.walker(name).browser;

  it('shows administrators what waits in each queue, as its store has it', async () => {
    const shown = (await as('admin').get('/admin/queues/api/queues?activeQueue=notifications&status=waiting&page=1&jobsPerPage=10')).json<Shown>();
    expect(shown.queues.map(({ name }) => name).sort()).toEqual([...QUEUES].sort());
    const notifications = shown.queues.find(({ name }) => name === 'notifications');
    expect(notifications?.counts.waiting).toBe(1);
    expect(notifications?.jobs).toEqual([expect.objectContaining({ name: 'notify', data: expect.objectContaining({ subjectId }) })]);
  });

  it('is a page without inline script, from our own address alone', async () => {
    const { status, text, headers } = await as('admin').get('/admin/queues');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    const script = /src="(static\/js\/main[^"]+)"/.exec(text)?.[1];
    expect((await as('admin').get(`/admin/queues/${script}`)).headers['content-type']).toContain('javascript');
  });

  it('lets nobody write: a retry from here would pass the ledger by', async () => {
    const { queues } = (await as('admin').get('/admin/queues/api/queues')).json<Shown>();
    expect(queues.map(({ readOnlyMode, allowRetries }) => [readOnlyMode, allowRetries])).toEqual(QUEUES.map(() => [true, false]));
    const tries = ['notifications/retry/failed', 'notifications/clean/completed', 'notifications/pause', 'notifications/obliterate', 'notifications/1/retry'];
    for (const path of tries) expect((await as('admin').send('PUT', `/admin/queues/api/queues/${path}`)).status).toBe(405);
    const { statusCode } = await world.apps.worker.inject({ method: 'PUT', url: '/admin/queues/api/queues/notifications/pause' });
    expect(statusCode).toBe(405);
  });

  it('is for administrators alone', async () => {
    for (const name of ['matchmaker', 'coordinator', 'auditor', 'firm A', 'department A']) expect([name, (await as(name).get('/admin/queues/api/queues')).status]).toEqual([name, 403]);
    expect((await as('public').get('/admin/queues')).headers.location).toContain('/sign-in');
  });
});
