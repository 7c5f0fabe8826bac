import { InboxView } from '@mantianxing/contracts';
import { MarkRead, ReadInbox } from '@mantianxing/notification';
import { aNotice, PostOffice } from '../../support/builders/post-office';

describe('the inbox', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open();
  });
  afterAll(() => office.close());

  const inboxOf = (accountId: string) => office.get(ReadInbox).execute(accountId);

  it('shows the newest message first, in words, with what became of its e-mail', async () => {
    const li = await office.person('李敏', 'li@example.test');
    const [older] = await office.record(await office.event(), [li], { notice: aNotice('充电安全监测') });
    await office.deliver(older);
    office.pass(60_000);
    await office.record(await office.event(), [li], { notice: aNotice('公文校核') });
    const inbox = InboxView.parse(await inboxOf(li.accountId));
    expect(inbox.unread).toBe(2);
    expect(inbox.items.map(({ subject, deliveries }) => [subject, deliveries.map(({ stateLabel }) => stateLabel)])).toEqual([
      ['已发布：《公文校核》', ['待发送']],
      ['已发布：《充电安全监测》', ['已发出']],
    ]);
    expect(inbox.items[1]).toMatchObject({
      body: '《充电安全监测》现已公开。有合适企业时会再告知您。',
      link: '/scenarios/1',
      at: '2026-11-23T02:00:00.000Z',
      readAt: null,
    });
  });

  it('goes on with older messages, a page at a time and none twice, and counts the unread of all', async () => {
    const li = await office.person('李敏', null);
    await office.sql(
      `with made as (
         insert into outbox.event (name, subject_id, revision, ids) select 'scenario.published', uuidv7(), 1, '{}' from generate_series(1, 250) returning id
       )
       insert into notification.notification (event_id, recipient_id, template, params, link, topic, created_at)
       select id, $1, 'scenario.published', '{"title": "公文校核"}', '/scenarios/1', '', $2::timestamptz - make_interval(secs => (row_number() over ()) / 2) from made`,
      [li.accountId, office.clock.at],
    );
    const first = await inboxOf(li.accountId);
    const rest = await office.get(ReadInbox).execute(li.accountId, first.next);
    expect([first.items.length, first.unread, rest.items.length, rest.unread, rest.next]).toEqual([200, 250, 50, 250, undefined]);
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(250);
    const oldest = ids.at(-1) as string;
    expect(await office.get(ReadInbox).one(li.accountId, oldest)).toMatchObject({ id: oldest, subject: '已发布：《公文校核》' });
    const wang = await office.person('王磊', null);
    await expect(office.get(ReadInbox).one(wang.accountId, oldest)).rejects.toMatchObject({ status: 404 });
    expect((await office.get(ReadInbox).execute(wang.accountId, oldest)).items).toEqual([]);
  });

  it('keeps the moment of the first reading', async () => {
    const li = await office.person('李敏', null);
    await office.record(await office.event(), [li]);
    const [{ id } = { id: '' }] = (await inboxOf(li.accountId)).items;
    const first = office.clock.at.toISOString();
    await office.get(MarkRead).execute(li.accountId, id);
    office.pass(60_000);
    await office.get(MarkRead).execute(li.accountId, id);
    await office.get(MarkRead).all(li.accountId);
    expect(await inboxOf(li.accountId)).toMatchObject({ unread: 0, items: [{ readAt: first }] });
  });

  it('is closed to everybody else', async () => {
    const [li, wang] = [await office.person('李敏', null), await office.person('王磊', null)];
    await office.record(await office.event(), [li]);
    const [{ id } = { id: '' }] = (await inboxOf(li.accountId)).items;
    await expect(office.get(MarkRead).execute(wang.accountId, id)).rejects.toMatchObject({ status: 404 });
    await office.get(MarkRead).all(wang.accountId);
    expect(await office.get(ReadInbox).unreadOf(li.accountId)).toBe(1);
    expect(await inboxOf(wang.accountId)).toEqual({ items: [], unread: 0 });
  });
});
