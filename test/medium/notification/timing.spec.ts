import { MessagePreferences, ReadInbox } from '@mantianxing/notification';
import { aNotice, PostOffice } from '../../support/builders/post-office';
import type { Recipient } from '@mantianxing/notification';

const shanghai = (text: string): string => new Date(`${text}+08:00`).toISOString();
const task = { template: 'scenario.submitted' as const, params: { title: '烟感', unit: '区住建委', clarity: 80, dueDay: '' }, link: '/desk/intake', topic: 'intake:s1' };

describe('messages that suit the reader', () => {
  let office: PostOffice;
  let li: Recipient;
  let people = 0;
  beforeAll(async () => {
    office = await PostOffice.open({ MESSAGE_TIMING: 'considerate', QUIET_HOURS: '20:00-08:00', DIGEST_AT: '09:00' });
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clear();
    office.desk = {};
    li = await office.person('李敏', `li${(people += 1)}@example.test`);
  });

  const at = (moment: string) => office.clock.goTo(shanghai(moment));
  const tell = async (notice = aNotice(), recipient = li) => {
    const eventId = await office.event();
    for (const job of await office.record(eventId, [recipient], { notice })) await office.deliver(job);
    return eventId;
  };
  const mails = () => office.mail.to(li.email ?? '').map(({ subject }) => subject);
  const stateOf = async (eventId: string) => (await office.deliveriesOf(eventId))[0]?.status;
  const inbox = async () => (await office.get(ReadInbox).execute(li.accountId)).items;

  it('a task goes out at once by day, and at night waits for eight, while the inbox has it', async () => {
    at('2026-11-23T19:59:59');
    await tell(task);
    expect(mails()).toEqual(['待审核：《烟感》']);
    at('2026-11-23T20:00:00');
    const eventId = await tell(task);
    expect([await stateOf(eventId), (await inbox()).length]).toEqual(['HELD', 2]);
    at('2026-11-24T07:59:59');
    await office.sweep();
    expect(mails()).toHaveLength(1);
    at('2026-11-24T08:00:00');
    await office.sweep();
    await office.sweep({ worker: 1 });
    expect([await stateOf(eventId), mails().length]).toEqual(['SENT', 2]);
  });

  it('a mail that found no server before eight in the evening is not tried again at night', async () => {
    at('2026-11-24T19:55:00');
    office.mail.refuse.set(li.email ?? '', 450);
    const eventId = await office.event();
    const [job] = await office.record(eventId, [li], { notice: task });
    await expect(office.deliver(job)).rejects.toThrow('refused');
    office.mail.refuse.clear();
    at('2026-11-24T20:30:00');
    await office.deliver(job);
    expect([await stateOf(eventId), mails()]).toEqual(['HELD', []]);
    at('2026-11-25T08:00:01');
    await office.sweep();
    expect([await stateOf(eventId), mails().length]).toEqual(['SENT', 1]);
  });

  it('news of a day is one mail at nine on the next working day, not one more, and says so in the inbox', async () => {
    at('2026-11-27T10:00:00');
    const events = [await tell(aNotice('充电')), await tell(aNotice('公文'))];
    at('2026-11-28T15:00:00');
    events.push(await tell(aNotice('烟感')));
    expect(await Promise.all(events.map(stateOf))).toEqual([undefined, undefined, undefined]);
    expect((await inbox()).map(({ deliveries }) => deliveries.map(({ channel, stateLabel }) => `${channel}：${stateLabel}`))).toEqual(
      Array(3).fill(['每日汇总邮件：等待时间']),
    );
    for (const moment of ['2026-11-28T09:00:00', '2026-11-29T09:00:00', '2026-11-30T08:59:59']) {
      at(moment);
      await office.sweep();
      expect(mails()).toEqual([]);
    }
    at('2026-11-30T09:00:00');
    await office.sweep();
    await office.sweep();
    expect(mails()).toEqual(['今日3件']);
    const [mail] = office.mail.to(li.email ?? '');
    for (const title of ['充电', '公文', '烟感']) expect(mail?.text?.split(`《${title}》`)).toHaveLength(2);
  });

  it('a digest rests over the holiday and goes out on a Saturday that is worked', async () => {
    at('2026-02-13T10:00:00');
    await tell(aNotice('充电'));
    at('2026-02-14T09:00:00');
    await office.sweep();
    expect(mails()).toEqual(['今日1件']);
    await tell(aNotice('公文'));
    at('2026-02-23T12:00:00');
    await office.sweep();
    expect(mails()).toHaveLength(1);
    at('2026-02-24T09:00:00');
    await office.sweep();
    expect(mails()).toHaveLength(2);
  });

  it('what was wished for holds from the next message on, and what was switched off stays readable', async () => {
    at('2026-12-01T10:00:00');
    const preferences = office.get(MessagePreferences);
    await preferences.set(li.accountId, 'TASK', 'OFF');
    await preferences.set(li.accountId, 'NEWS', 'AT_ONCE');
    const off = await tell(task);
    await tell(aNotice('公文'));
    expect([await stateOf(off), mails()]).toEqual(['SUPPRESSED', ['已发布：《公文》']]);
    expect((await inbox()).map(({ subject }) => subject)).toContain('待审核：《烟感》');
    at('2026-12-02T12:00:00');
    await office.sweep();
    expect(mails()).toHaveLength(1);
  });

  it('nobody is asked in the morning for a step somebody took at night, nor told of it in a digest', async () => {
    at('2026-12-02T21:00:00');
    const eventId = await tell(task);
    await office.get(MessagePreferences).set(li.accountId, 'TASK', 'DIGEST');
    await tell({ ...task, topic: 'intake:s2' });
    await tell(aNotice('公文'));
    office.desk = { stillHolds: async ({ template }) => template !== 'scenario.submitted' };
    at('2026-12-03T09:00:00');
    await office.sweep();
    expect([await stateOf(eventId), mails()]).toEqual(['CANCELLED', ['今日1件']]);
  });
});
