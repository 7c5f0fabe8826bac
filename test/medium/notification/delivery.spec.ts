import { setTimeout as pause } from 'node:timers/promises';
import { UnavailableError, type JobPayloads } from '@mantianxing/contracts';
import { LEASE_MS } from '@mantianxing/notification';
import { aNotice, PostOffice } from '../../support/builders/post-office';

describe('a message on its way', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open();
  });
  afterAll(() => office.close());
  beforeEach(() => office.clear());

  const reached = () => office.mail.mails.map(({ to }) => to?.[0]?.address).sort();

  it('reaches each person once per channel when two workers record and send the same event at once', async () => {
    const eventId = await office.event();
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => office.person(`人${n}`, `p${n}@example.test`)));
    const [first = [], second = []] = await Promise.all([
      office.record(eventId, people),
      office.record(eventId, [...people].reverse(), { worker: 1 }),
    ]);
    expect(first.map(({ id }) => id).sort()).toEqual(second.map(({ id }) => id).sort());
    const tries = [...first.map((job) => office.deliver(job)), ...second.map((job) => office.deliver(job, { worker: 1 }))];
    for (const { status, reason } of (await Promise.allSettled(tries)) as PromiseRejectedResult[]) {
      if (status === 'rejected') expect(reason).toBeInstanceOf(UnavailableError);
    }
    expect(reached()).toEqual(people.map(({ email }) => email).sort());
    expect(await office.sql('select id from notification.notification where event_id = $1', [eventId])).toHaveLength(12);
    expect(await office.record(eventId, people)).toEqual([]);
    await Promise.all(first.map((job) => office.deliver(job)));
    expect(reached()).toHaveLength(12);
  });

  it('leaves the inbox alone to somebody without an e-mail address, and tells nobody twice who is concerned twice', async () => {
    const eventId = await office.event();
    const [wang, li] = [await office.person('王磊', null), await office.person('李敏', 'li@example.test')];
    expect(await office.record(eventId, [wang, li, li])).toHaveLength(1);
    expect(await office.sql('select id from notification.notification where event_id = $1', [eventId])).toHaveLength(2);
  });

  it('carries Message-ID, Auto-Submitted and both parts, and no header from a title', async () => {
    const notice = aNotice('整治\r\nBcc: victim@example.test\r\n\r\n<script>alert(1)</script>');
    const [job] = await office.record(await office.event(), [await office.person('李敏', 'li2@example.test')], { notice });
    await office.deliver(job);
    const [sent] = office.mail.mails;
    const header = (key: string) => sent?.headers.find((one) => one.key === key)?.value;
    expect(sent?.messageId).toBe(`<${(job?.payload as JobPayloads['deliver']).deliveryId}@mtx.example>`);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect([header('bcc'), sent?.to?.map(({ address }) => address)]).toEqual([undefined, ['li2@example.test']]);
    expect(sent?.subject).toBe('已发布：《整治 Bcc: （略） <script>a…》');
    expect(sent?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(sent?.html).not.toContain('<script');
    expect(sent?.text).toMatch(/https:\/\/mtx\.example\/inbox\/[0-9a-f-]{36}\n/);
  });

  it('waits while the server is away, and is sent when it is back', async () => {
    const eventId = await office.event();
    const [job] = await office.record(eventId, [await office.person('李敏', 'away@example.test')]);
    await office.mail.close();
    await expect(office.deliver(job)).rejects.toBeInstanceOf(UnavailableError);
    const [waiting] = await office.deliveriesOf(eventId);
    expect(waiting).toEqual({ status: 'RETRY', attempts: 1, last_error: expect.stringContaining('ECONNREFUSED') });
    await office.mailServerReturns();
    await office.deliver(job);
    expect(await office.deliveriesOf(eventId)).toEqual([{ status: 'SENT', attempts: 2, last_error: '' }]);
    expect(reached()).toEqual(['away@example.test']);
  });

  it('is tried again after 450 and set aside after 550, without keeping the address', async () => {
    const [greylisted, unknown] = [await office.event(), await office.event()];
    office.mail.refuse.set('grey@example.test', 450).set('gone@example.test', 550);
    const [first] = await office.record(greylisted, [await office.person('李敏', 'grey@example.test')]);
    const [second] = await office.record(unknown, [await office.person('王磊', 'gone@example.test')]);
    await expect(office.deliver(first)).rejects.toBeInstanceOf(UnavailableError);
    await office.deliver(second);
    expect(await office.deliveriesOf(greylisted)).toMatchObject([{ status: 'RETRY' }]);
    const [failed] = await office.deliveriesOf(unknown);
    expect(failed).toMatchObject({ status: 'FAILED', last_error: expect.stringMatching(/550 <（略）> refused/) });
    office.mail.refuse.clear();
    await office.deliver(first);
    await office.deliver(second);
    expect(reached()).toEqual(['grey@example.test']);
  });

  it('is set aside when the server stayed away for three days, or the person can no longer be reached', async () => {
    const [late, gone] = [await office.event(), await office.event()];
    office.mail.refuse.set('late@example.test', 451);
    const somebody = await office.person('王磊', 'w@example.test');
    const [first] = await office.record(late, [await office.person('李敏', 'late@example.test')]);
    const [second] = await office.record(gone, [somebody]);
    office.addresses.delete(somebody.accountId);
    office.pass(72 * 3_600_000 + 1);
    await office.deliver(first);
    await office.deliver(second);
    const states = [...(await office.deliveriesOf(late)), ...(await office.deliveriesOf(gone))];
    expect(states.map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
  });

  it('is taken over from a worker that was killed before it sent, but not before its lease has run out', async () => {
    const eventId = await office.event();
    const [job] = await office.record(eventId, [await office.person('李敏', 'stale@example.test')]);
    await office.sql(
      `update notification.delivery d set status = 'SENDING', attempts = 1, lease_until = $1
       from notification.notification n where n.id = d.notification_id and n.event_id = $2`,
      [new Date(office.clock.at.getTime() + LEASE_MS), eventId],
    );
    await expect(office.deliver(job)).rejects.toBeInstanceOf(UnavailableError);
    expect(reached()).toEqual([]);
    office.pass(LEASE_MS);
    await office.deliver(job);
    expect(await office.deliveriesOf(eventId)).toEqual([{ status: 'SENT', attempts: 2, last_error: '' }]);
    expect(reached()).toEqual(['stale@example.test']);
  });

  it('goes out twice, under one Message-ID, only when a worker stops between acceptance and record', async () => {
    const eventId = await office.event();
    const [job] = await office.record(eventId, [await office.person('李敏', 'twice@example.test')]);
    office.mail.beforeAccepting = async () => {
      office.mail.beforeAccepting = async () => undefined;
      // The first worker sleeps here past its lease; the second takes over, sends and records.
      office.pass(LEASE_MS);
      await office.deliver(job, { worker: 1 });
    };
    await office.deliver(job);
    expect(reached()).toEqual(['twice@example.test', 'twice@example.test']);
    expect(new Set(office.mail.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await office.deliveriesOf(eventId)).toEqual([{ status: 'SENT', attempts: 2, last_error: '' }]);
  });

  it('leaves a try to the worker that took over, even when the sleeper wakes with a refusal', async () => {
    const eventId = await office.event();
    const [job] = await office.record(eventId, [await office.person('李敏', 'fence@example.test')]);
    const accepted: string[] = [];
    office.mail.beforeAccepting = async () => {
      office.mail.beforeAccepting = async () => void accepted.push('second');
      office.pass(LEASE_MS);
      await office.deliver(job, { worker: 1 });
      throw Object.assign(new Error('refused late'), { responseCode: 554 });
    };
    await office.deliver(job);
    expect(accepted).toEqual(['second']);
    expect(await office.deliveriesOf(eventId)).toEqual([{ status: 'SENT', attempts: 2, last_error: '' }]);
  });

  it('is not sent by a worker that slept between its lease and the mail: another has', async () => {
    const eventId = await office.event();
    const [job] = await office.record(eventId, [await office.person('李敏', 'slept@example.test')]);
    office.desk = {
      linkFor: async () => {
        office.desk = {};
        office.pass(LEASE_MS);
        await office.deliver(job, { worker: 1 });
        const { now } = performance;
        jest.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + LEASE_MS);
        return null;
      },
    };
    await office.deliver(job).finally(() => jest.restoreAllMocks());
    expect(reached()).toEqual(['slept@example.test']);
    expect(await office.deliveriesOf(eventId)).toEqual([{ status: 'SENT', attempts: 2, last_error: '' }]);
  });

  it('is recorded as sent although the database was away when the server had taken it', async () => {
    const eventId = await office.event();
    const [job] = await office.record(eventId, [await office.person('李敏', 'record@example.test')]);
    let back: Promise<unknown> = Promise.resolve();
    office.mail.beforeAccepting = async () => {
      office.mail.beforeAccepting = async () => undefined;
      await office.sql('alter table notification.delivery rename to away');
      back = pause(700).then(() => office.sql('alter table notification.away rename to delivery'));
    };
    await office.deliver(job).finally(() => back);
    expect(await office.deliveriesOf(eventId)).toEqual([{ status: 'SENT', attempts: 1, last_error: '' }]);
    expect(reached()).toEqual(['record@example.test']);
  });
});
