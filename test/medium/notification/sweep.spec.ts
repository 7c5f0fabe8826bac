import { type Recipient } from '@mantianxing/notification';
import { aNotice, PostOffice } from '../../support/builders/post-office';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('deliveries the queue has forgotten', () => {
  let office: PostOffice;
  let people = 0;
  beforeAll(async () => {
    office = await PostOffice.open();
  });
  afterAll(() => office.close());
  beforeEach(() => office.clear());

  const somebody = () => office.person('李敏', `s${(people += 1)}@example.test`);
  const tell = async (to: Recipient) => {
    const eventId = await office.event();
    const [job] = await office.record(eventId, [to], { notice: aNotice() });
    return { eventId, job };
  };
  const stateOf = async (eventId: string) => (await office.deliveriesOf(eventId))[0];

  it('are sent when their job never came, and not while it may only be late', async () => {
    const li = await somebody();
    const { eventId } = await tell(li);
    office.pass(2 * 60_000);
    await office.sweep();
    expect((await stateOf(eventId))?.status).toBe('DUE');
    office.pass(2 * 60_000);
    await office.sweep();
    expect([(await stateOf(eventId))?.status, office.mail.to(li.email ?? '').length]).toEqual(['SENT', 1]);
  });

  it('go on being tried for 72 hours after the queue gave up, and are set aside then', async () => {
    const li = await somebody();
    office.mail.refuse.set(li.email ?? '', 451);
    const { eventId, job } = await tell(li);
    await expect(office.deliver(job)).rejects.toThrow('451');
    const tries: (string | undefined)[] = [];
    for (const hours of [30, 30, 11, 2]) {
      office.pass(hours * HOUR_MS);
      await office.sweep();
      tries.push((await stateOf(eventId))?.status);
    }
    expect(tries).toEqual(['RETRY', 'RETRY', 'RETRY', 'FAILED']);
    expect(await stateOf(eventId)).toMatchObject({ attempts: 5, last_error: expect.stringContaining('451') });
    const told = await office.sql(`select 1 from outbox.event e join notification.delivery d on d.id = e.subject_id
      join notification.notification n on n.id = d.notification_id where e.name = 'delivery.failed' and n.event_id = $1`, [eventId]);
    expect(told).toHaveLength(1);
    office.pass(DAY_MS);
    await office.sweep();
    expect((await stateOf(eventId))?.attempts).toBe(5);
  });

  it('are queued once however many workers sweep', async () => {
    const { eventId } = await tell(await somebody());
    office.pass(HOUR_MS);
    await Promise.all([office.sweep(), office.sweep({ worker: 1 }), office.sweep(), office.sweep({ worker: 1 })]);
    const due = await office.sql(
      `select e.id from outbox.event e join notification.delivery d on d.id = e.subject_id
       join notification.notification n on n.id = d.notification_id where e.name = 'delivery.due' and n.event_id = $1`,
      [eventId],
    );
    expect([due.length, (await stateOf(eventId))?.status]).toEqual([1, 'SENT']);
  });
});

describe('addresses of deliveries', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open();
  });
  afterAll(() => office.close());

  it('of somebody who was forgotten go at the next round, the others stay their time', async () => {
    const [gone, other] = [await office.person('王芳', 'gone@example.test'), await office.person('赵强', 'other@example.test')];
    const jobs = await office.record(await office.event(), [gone, other]);
    for (const job of jobs) await office.deliver(job);
    await office.sql(`insert into account.erasure (account_id, reason) values ($1, 'REQUESTED') returning account_id as id`, [gone.accountId]);
    await office.hashAddresses();
    const plain = await office.sql<{ address: string }>(`select address from notification.delivery where address_kept = 'PLAIN'`);
    expect(plain.map(({ address }) => address)).toEqual(['other@example.test']);
    await office.sql(`update notification.delivery set address_kept = 'HASH', address = 'x' returning id`);
  });

  it('are kept for 90 days, then only known again, not read', async () => {
    const li = await office.person('李敏', 'li@example.test');
    const kept = () => office.sql<{ kept: string; address: string }>(`select address_kept as kept, address from notification.delivery where address <> 'x' order by id`);
    const mail = async () => {
      const [job] = await office.record(await office.event(), [li]);
      await office.deliver(job);
    };
    await mail();
    office.pass(89 * DAY_MS);
    await mail();
    expect(await office.hashAddresses()).toBe(0);
    office.pass(DAY_MS);
    expect(await office.hashAddresses()).toBe(1);
    expect(await kept()).toEqual([
      { kept: 'HASH', address: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { kept: 'PLAIN', address: 'li@example.test' },
    ]);
    office.pass(90 * DAY_MS);
    expect([await office.hashAddresses(), await office.hashAddresses()]).toEqual([1, 0]);
    const [first, second] = await kept();
    expect(first?.address).toBe(second?.address);
  });
});
