import type { DeliveryLogView, GroupRobotListView, MessagePreferenceView, RobotTrialView } from '@mantianxing/contracts';
import { RecordNotifications } from '@mantianxing/notification';
import { aFirm, aUnit, theOffice } from '../../support/builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../../support/builders/portal';

const WEBHOOK = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=6c1f0d7e-very-secret';

describe('messages in the portal', () => {
  let portal: TestPortal;
  let matchmaker: Browser;
  let coordinator: Browser;
  let admin: Browser;
  beforeAll(async () => {
    portal = await openPortal();
    const office = await theOffice(portal);
    matchmaker = await portal.signedIn(office, 'MATCHMAKER');
    coordinator = await portal.signedIn(office, 'COORDINATOR');
    admin = await portal.signedIn(office, 'ADMIN');
  });
  afterAll(() => portal.close());

  const accountOf = async (browser: Browser) => (await browser.visit()).account?.id ?? '';

  /** A message to the account, as the worker records it. */
  async function told(accountId: string, email: string | null = 'li@example.test'): Promise<string> {
    const [event] = await portal.sql<{ id: string }>(
      `insert into outbox.event (name, subject_id, revision, ids) values ('scenario.submitted', uuidv7(), 1, '{}') returning id`,
    );
    await portal.get(RecordNotifications).execute(event?.id ?? '', [
      { recipient: { accountId, email }, notice: { template: 'scenario.submitted', params: { title: '烟感', unit: '区住建委', clarity: 80, dueDay: '' }, link: '/desk/intake' } },
    ]);
    const [row] = await portal.sql<{ id: string }>('select id from notification.notification where event_id = $1', [event?.id]);
    return row?.id ?? '';
  }
  const settle = (notificationId: string, status: string) =>
    portal.sql(
      `update notification.delivery set status = $2, error_code = 'ADDRESS_REFUSED', last_error = '550 no such user',
         address = 'li@example.test', address_kept = 'PLAIN' where notification_id = $1`,
      [notificationId, status],
    );

  describe('通知设置', () => {
    const read = async (browser: Browser) => (await browser.get('/api/message-preferences')).json<MessagePreferenceView>();
    const modes = (view: MessagePreferenceView) => Object.fromEntries(view.items.map(({ kind, mode }) => [kind, mode]));

    it('says what comes when, and why two kinds cannot be switched off', async () => {
      const view = await read(matchmaker);
      expect(view).toMatchObject({ digestAt: '09:00', quietHours: '', hasEmail: false });
      const fixed = view.items.filter(({ fixedBecause }) => fixedBecause !== '').map(({ kind }) => kind);
      expect(fixed).toEqual(['SECURITY', 'CONSENT']);
      for (const kind of fixed) {
        const answer = await matchmaker.send('PUT', '/api/message-preferences', { kind, mode: 'OFF' });
        expect([answer.status, answer.json<{ message: string }>().message]).toEqual([422, expect.stringContaining('不能关闭')]);
      }
    });

    it('keeps a choice for its person alone', async () => {
      expect((await matchmaker.send('PUT', '/api/message-preferences', { kind: 'NEWS', mode: 'DIGEST' })).status).toBe(204);
      expect(modes(await read(matchmaker)).NEWS).toBe('DIGEST');
      expect(modes(await read(coordinator)).NEWS).toBe('AT_ONCE');
    });

    it('offers no kind that its person is never sent: suggestions go to those who review them', async () => {
      expect(modes(await read(matchmaker))).toHaveProperty('SUGGESTION');
      for (const [organization, role] of [[await aUnit(portal), 'DEPARTMENT_MEMBER'], [await aFirm(portal), 'FIRM_ADMIN']] as const) {
        expect(modes(await read(await portal.signedIn(organization, role)))).not.toHaveProperty('SUGGESTION');
      }
    });

    it('is closed to visitors', async () => {
      expect((await portal.browser().get('/api/message-preferences')).status).toBe(401);
    });
  });

  describe('投递记录', () => {
    it('is open to matchmakers and admins, and closed to everybody else', async () => {
      for (const browser of [matchmaker, admin]) expect((await browser.get('/api/deliveries')).status).toBe(200);
      const outsiders = [coordinator, await portal.signedIn(await aUnit(portal), 'DEPARTMENT_ADMIN'), await portal.signedIn(await aFirm(portal), 'FIRM_ADMIN')];
      for (const browser of outsiders) expect((await browser.get('/api/deliveries')).status).toBe(403);
    });

    it('explains what went wrong and never shows an address', async () => {
      const id = await told(await accountOf(coordinator));
      await settle(id, 'FAILED');
      const answer = await matchmaker.get('/api/deliveries?state=FAILED&kind=TASK&day=2026-11-23');
      expect(answer.text).not.toContain('li@example');
      const { items, failed } = answer.json<DeliveryLogView>();
      expect(items).toEqual([expect.objectContaining({ state: 'FAILED', subject: '待审核：《烟感》', mayResend: true, mayCancel: false, fault: expect.stringContaining('请核对地址后重发') })]);
      expect(failed).toBe(1);
      expect((await matchmaker.get('/api/deliveries?kind=NEWS')).json<DeliveryLogView>().items).toEqual([]);
      expect((await matchmaker.get('/api/deliveries?day=2026-11-22')).json<DeliveryLogView>().total).toBe(0);
    });

    it('has a message sent again once, under a Message-ID of its own, and remembers who asked', async () => {
      const id = await told(await accountOf(coordinator));
      await settle(id, 'FAILED');
      const [first] = await portal.sql<{ id: string; message_id: string }>('select id, message_id from notification.delivery where notification_id = $1', [id]);
      const both = await Promise.all([matchmaker.post(`/api/deliveries/${first?.id}/resend`), admin.post(`/api/deliveries/${first?.id}/resend`)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const rows = await portal.sql<{ status: string; resend_no: number; message_id: string }>(
        'select status, resend_no, message_id from notification.delivery where notification_id = $1 order by resend_no',
        [id],
      );
      expect(rows.map(({ status, resend_no: no }) => [status, no])).toEqual([['FAILED', 0], ['DUE', 1]]);
      expect(rows[1]?.message_id).not.toBe(first?.message_id);
      const newest = (await admin.get('/api/deliveries')).json<DeliveryLogView>().items[0];
      expect(newest).toMatchObject({ resendNo: 1, resentBy: expect.stringMatching(/^张/), mayCancel: true });
      const events = await portal.sql<{ actor_account_id: string | null }>(`select actor_account_id from outbox.event where name = 'delivery.resent'`);
      expect(events).toEqual([{ actor_account_id: expect.any(String) }]);
    });

    it('leaves giving up to the admin', async () => {
      const id = await told(await accountOf(coordinator));
      const [delivery] = await portal.sql<{ id: string }>('select id from notification.delivery where notification_id = $1', [id]);
      const path = `/api/deliveries/${delivery?.id}/cancel`;
      expect((await matchmaker.post(path)).status).toBe(403);
      expect((await admin.post(path)).status).toBe(204);
      expect((await admin.post(path)).status).toBe(409);
      expect((await admin.post(`/api/deliveries/${id}/cancel`)).status).toBe(404);
    });

    it('counts a mail as opened when its reader follows its link, and nobody else', async () => {
      const id = await told(await accountOf(coordinator));
      await settle(id, 'SENT');
      const stateOf = async () => (await portal.sql<{ status: string }>('select status from notification.delivery where notification_id = $1', [id]))[0]?.status;
      expect((await matchmaker.post(`/api/inbox/${id}/open`)).status).toBe(404);
      expect(await stateOf()).toBe('SENT');
      expect((await coordinator.post(`/api/inbox/${id}/open`)).status).toBe(204);
      expect(await stateOf()).toBe('OPENED');
    });
  });

  describe('群机器人', () => {
    const robot = { kind: 'WECOM', name: '经信委工作群', webhook: WEBHOOK, events: ['scenario.published'] };
    const list = async () => (await coordinator.get('/api/group-robots')).json<GroupRobotListView>().items;

    it('take address and secret in and never give them out again, in no answer and in no column', async () => {
      expect((await coordinator.post('/api/group-robots', robot)).status).toBe(200);
      const answer = await coordinator.get('/api/group-robots');
      expect(answer.json<GroupRobotListView>().items).toEqual([expect.objectContaining({ name: robot.name, host: 'qyapi.weixin.qq.com', hasSecret: false, status: 'ACTIVE' })]);
      const rows = await portal.sql('select t::text as row from notification.channel_target t');
      expect(answer.text + JSON.stringify(rows)).not.toContain('very-secret');
      expect((await coordinator.post('/api/group-robots', robot)).status).toBe(409);
    });

    it.each(['http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'https://evil.example/cgi-bin/webhook/send?key=1', 'https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=1', 'https://169.254.169.254/cgi-bin/webhook/send?key=1', 'https://qyapi.weixin.qq.com/other?key=1'])(
      'refuse %s',
      async (webhook) => {
        const answer = await coordinator.post('/api/group-robots', { ...robot, name: '别处', webhook });
        expect([answer.status, answer.json<{ problems: { field: string }[] }>().problems.map(({ field }) => field)]).toEqual([422, ['webhook']]);
      },
    );

    it('are paused, resumed and deleted by coordinators and admins, each step on the version they saw', async () => {
      const [{ id, version } = { id: '', version: 0 }] = await list();
      expect((await matchmaker.get('/api/group-robots')).status).toBe(403);
      expect((await admin.post(`/api/group-robots/${id}/pause`, { version })).status).toBe(204);
      expect((await coordinator.post(`/api/group-robots/${id}/resume`, { version })).status).toBe(409);
      expect((await list())[0]).toMatchObject({ status: 'PAUSED', version: version + 1 });
      expect((await coordinator.post(`/api/group-robots/${id}/delete`, { version: version + 1 })).status).toBe(204);
      expect(await list()).toEqual([]);
      expect(await portal.sql('select sealed_webhook from notification.channel_target')).toEqual([{ sealed_webhook: null }]);
      expect((await coordinator.post(`/api/group-robots/${id}/try`)).json<RobotTrialView & { code?: string }>().code).toBe('ROBOT_NOT_FOUND');
    });
  });
});
