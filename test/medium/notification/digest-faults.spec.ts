import { LEASE_MS, SweepDeliveries, type Recipient } from '@mantianxing/notification';
import { Outbox } from '@mantianxing/outbox';
import { aNotice, PostOffice } from '../../support/builders/post-office';

const HOUR_MS = 3_600_000;

/** 0 to just under 1, the same run for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a digest under faults', () => {
  let office: PostOffice;
  let people = 0;
  beforeAll(async () => {
    office = await PostOffice.open({ MESSAGE_TIMING: 'considerate' });
  });
  afterAll(() => office.close());
  beforeEach(() => office.clear());
  afterEach(() => jest.restoreAllMocks());

  const somebody = () => office.person('李敏', `d${(people += 1)}@example.test`);
  const tell = async (to: Recipient, title: string, worker = 0) =>
    office.record(await office.event(), [to], { worker, notice: aNotice(title) });
  /** Titles by mail, doubles with the same Message-ID counted once, as a mail program does. */
  const readBy = ({ email }: Recipient) => {
    const byId = new Map(office.mail.to(email ?? '').map((mail) => [mail.messageId, mail.text ?? '']));
    return [...byId.values()].flatMap((text) => [...text.matchAll(/《([^》]+)》/g)].map(([, title]) => title));
  };
  const deliveryOf = async ({ accountId }: Recipient) =>
    (
      await office.sql<{ id: string; status: string; attempts: number }>(
        `select d.id, d.status, d.attempts from notification.delivery d join notification.bundle b on b.id = d.bundle_id where b.recipient_id = $1`,
        [accountId],
      )
    )[0];

  it('stays held when the worker dies while it ripens: state and event are one', async () => {
    office.clock.goTo('2026-11-23T02:00:00Z');
    const li = await somebody();
    await tell(li, '充电');
    office.clock.goTo('2026-11-24T01:00:00Z');
    jest.spyOn(office.get(Outbox), 'record').mockRejectedValueOnce(new Error('killed'));
    await expect(office.get(SweepDeliveries).ripen(office.clock.now())).rejects.toThrow('killed');
    expect((await deliveryOf(li))?.status).toBe('HELD');
    await office.sweep({ worker: 1 });
    expect(readBy(li)).toEqual(['充电']);
  });

  it('is found again when its job is lost, and when its worker dies before it has sent', async () => {
    office.clock.goTo('2026-11-24T02:00:00Z');
    const li = await somebody();
    await tell(li, '充电');
    office.clock.goTo('2026-11-25T01:00:00Z');
    await office.get(SweepDeliveries).ripen(office.clock.now());
    await office.sql('delete from outbox.dispatch');
    await office.sweep();
    expect(readBy(li)).toEqual([]);
    office.pass(HOUR_MS);
    await office.sql(`update notification.delivery set status = 'SENDING', attempts = 1, lease_until = $2, due_at = $2 where id = $1`, [
      (await deliveryOf(li))?.id,
      new Date(office.clock.at.getTime() + LEASE_MS),
    ]);
    await office.sweep();
    expect(readBy(li)).toEqual([]);
    office.pass(LEASE_MS + 5 * 60_000);
    await office.sweep({ worker: 1 });
    expect([readBy(li), (await deliveryOf(li))?.status]).toEqual([['充电'], 'SENT']);
  });

  it('goes out twice only between acceptance and record, with the same Message-ID and the same entries', async () => {
    office.clock.goTo('2026-11-25T02:00:00Z');
    const li = await somebody();
    await tell(li, '充电');
    office.clock.goTo('2026-11-26T01:00:00Z');
    office.mail.beforeAccepting = async () => {
      office.mail.beforeAccepting = async () => undefined;
      await tell(li, '公文');
      office.pass(LEASE_MS + 5 * 60_000);
      await office.sweep({ worker: 1 });
    };
    await office.sweep();
    expect(office.mail.to(li.email ?? '')).toHaveLength(2);
    expect(readBy(li)).toEqual(['充电']);
    office.clock.goTo('2026-11-27T01:00:00Z');
    await office.sweep();
    expect(readBy(li)).toEqual(['充电', '公文']);
  });

  it.each([11, 47, 2026])('loses no entry and tells none twice while two workers record and ripen at random (seed %i)', async (seed) => {
    const random = chance(seed);
    office.clock.goTo('2027-03-01T00:00:00Z');
    const readers = await Promise.all(Array.from({ length: 4 }, somebody));
    const titles = new Map(readers.map((reader) => [reader.accountId, [] as string[]]));
    for (let round = 0; round < 30; round += 1) {
      const steps = Array.from({ length: 4 }, async (_, at) => {
        const worker = random() < 0.5 ? 0 : 1;
        if (random() < 0.35) return office.sweep({ worker });
        const reader = readers[Math.floor(random() * readers.length)] as Recipient;
        const title = `事${round}之${at}`;
        titles.get(reader.accountId)?.push(title);
        await tell(reader, title, worker);
      });
      await Promise.all(steps);
      if (random() < 0.2) await office.sql('delete from outbox.dispatch');
      office.pass(random() * 3 * HOUR_MS);
    }
    for (let day = 4; day < 12; day += 1) {
      office.clock.goTo(`2027-03-${String(day).padStart(2, '0')}T02:00:00Z`);
      await office.sweep();
    }
    const entries = await office.sql<{ sent: number }>(
      `select count(*)::int as sent from notification.bundle_entry e join notification.delivery d on d.bundle_id = e.bundle_id
       join notification.bundle b on b.id = e.bundle_id where d.status = 'SENT' and b.recipient_id = any($1)`,
      [readers.map(({ accountId }) => accountId)],
    );
    expect(entries[0]?.sent).toBe([...titles.values()].flat().length);
    for (const reader of readers) {
      const mails = office.mail.to(reader.email ?? '');
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
      const counted = mails.reduce((sum, { subject }) => sum + Number(/今日(\d+)件/.exec(subject ?? '')?.[1]), 0);
      expect(counted).toBe(titles.get(reader.accountId)?.length);
    }
  });
});
