import { CreateAccount, Members, RecipientDirectory, RemindRecertification } from '@mantianxing/account';
import type { InboxView, MembersView, MemberView, Role, SessionView, StoredEvent } from '@mantianxing/contracts';
import { RecordNotifications } from '@mantianxing/notification';
import { OutboxFeed } from '@mantianxing/outbox';
import { NotifyRecertificationDue } from '../../../apps/matcher-worker/src/notifications/notify-recertification-due';
import { aFirm, aUnit, theOffice, type BuiltFirm } from '../../support/builders/organizations';
import { openPortal, PASSWORD, type Browser, type TestPortal } from '../../support/builders/portal';

/** Confirmed on 23 November 2026 for a year of 365 days; days are those of Shanghai. */
const START = '2026-11-23T02:00:00Z';
const LAST_DAY = '2027-11-23';
const DAY_TOLD = '2027-10-24T02:00:00Z';
const LAST_MOMENT = '2027-11-23T15:59:59Z';
const PAST = '2027-11-23T16:00:00Z';

describe('年度确认', () => {
  let portal: TestPortal;
  let firm: BuiltFirm;
  let people = 0;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    portal.clock.goTo(START);
    firm = await aFirm(portal);
    // The builder's own contact person would be one more to confirm.
    await portal.sql('update account.membership set ended_at = now() where organization_id = $1', [firm.id]);
    await due();
  });

  const someone = async (...memberships: { organizationId: string; role: Role }[]) => {
    const login = `nianshen-${(people += 1)}`;
    await portal.get(CreateAccount).execute({ login, password: PASSWORD, person: { name: `周${people}` }, memberships });
    return login;
  };
  const memberOf = (organization: { id: string }, role: Role) => someone({ organizationId: organization.id, role });
  const enter = async (login: string) => {
    const browser = portal.browser();
    return { browser, answer: await browser.signIn(login) };
  };
  const signedIn = async (login: string) => {
    const { browser, answer } = await enter(login);
    expect(answer.status).toBe(200);
    return browser;
  };
  /** What the worker's task finds due now: events of this firm. */
  async function due(): Promise<StoredEvent<'membership.recertification-due'>[]> {
    await portal.get(RemindRecertification).execute();
    const events: StoredEvent[] = [];
    await portal.get(OutboxFeed).drain(100, async (found) => void events.push(...found));
    return events.filter(({ name, subjectId }) => name === 'membership.recertification-due' && subjectId === firm.id) as StoredEvent<'membership.recertification-due'>[];
  }
  const lineOf = async (browser: Browser, role: Role, of = firm): Promise<MemberView> => {
    const { members } = (await browser.get(`/api/members/organizations/${of.id}`)).json<MembersView>();
    return members.find((member) => member.role === role) as MemberView;
  };
  const confirm = (browser: Browser, { membershipId }: MemberView) => browser.post(`/api/members/${membershipId}/confirm`);
  const codeOf = ({ status, text }: { status: number; text: string }) => [status, (JSON.parse(text || '{}') as { code?: string }).code];

  it('is called to mind thirty days before, once', async () => {
    await memberOf(firm, 'FIRM_ADMIN');
    await memberOf(firm, 'FIRM_MEMBER');
    portal.clock.goTo('2027-10-23T15:59:59Z');
    expect(await due()).toEqual([]);
    portal.clock.goTo('2027-10-23T16:00:00Z');
    expect((await due()).map(({ ids }) => ids)).toEqual([{ members: 2 }]);
    expect(await due()).toEqual([]);
    portal.clock.goTo(PAST);
    expect(await due()).toEqual([]);
  });

  it('is called to mind once when two workers look at the same moment', async () => {
    await memberOf(firm, 'FIRM_MEMBER');
    portal.clock.goTo(DAY_TOLD);
    expect((await Promise.all([due(), due()])).flat()).toHaveLength(1);
  });

  it('leaves those in peace who have left', async () => {
    const admin = await signedIn(await memberOf(firm, 'FIRM_ADMIN'));
    await memberOf(firm, 'FIRM_MEMBER');
    expect((await admin.post(`/api/members/${(await lineOf(admin, 'FIRM_MEMBER')).membershipId}/end`)).status).toBe(204);
    portal.clock.goTo(DAY_TOLD);
    expect((await due()).map(({ ids }) => ids)).toEqual([{ members: 1 }]);
  });

  it('reaches the organisation’s admin, and the coordinators where one admin would stand alone', async () => {
    const login = await memberOf(firm, 'FIRM_ADMIN');
    const coordinator = await memberOf(await theOffice(portal), 'COORDINATOR');
    const member = await memberOf(firm, 'FIRM_MEMBER');
    portal.clock.goTo(DAY_TOLD);
    const [event] = await due();
    const writer = new NotifyRecertificationDue(portal.get(Members), portal.get(RecipientDirectory));
    await portal.get(RecordNotifications).execute(event!.eventId, await writer.noticesOf(event!));
    const inboxOf = async (who: string) => (await (await signedIn(who)).get('/api/inbox')).json<InboxView>().items;
    for (const told of [login, coordinator]) expect(JSON.stringify(await inboxOf(told))).toContain('请确认2名成员是否在岗');
    expect(await inboxOf(member)).toEqual([]);
  });

  it('not given, closes the role after its last day in Shanghai: no sign-in, and an open session has no rights', async () => {
    const login = await memberOf(firm, 'FIRM_ADMIN');
    portal.clock.goTo(LAST_MOMENT);
    const browser = await signedIn(login);
    const address = `/api/members/organizations/${firm.id}`;
    expect((await lineOf(browser, 'FIRM_ADMIN')).recertification).toBe('DUE');
    portal.clock.goTo(PAST);
    expect((await browser.get(address)).status).toBe(404);
    expect((await browser.get('/api/members/organizations')).status).toBe(403);
    expect((await browser.get('/api/session')).json<SessionView>().account?.memberships).toEqual([]);
    const { answer } = await enter(login);
    expect(codeOf(answer)).toEqual([403, 'RECERTIFICATION_PAST']);
    expect(answer.text).toContain('请联系本单位管理员或统筹办公室确认后登录');
  });

  it('not given, tells nobody who lacks the password that the account is there', async () => {
    const login = await memberOf(firm, 'FIRM_MEMBER');
    portal.clock.goTo(PAST);
    const answer = await portal.browser().signIn(login, '不是这个密码而是另一个');
    expect(codeOf(answer)).toEqual([401, 'WRONG_CREDENTIALS']);
  });

  it('given by the firm’s admin after the day, opens the role again for a year from then', async () => {
    const lapsed = await memberOf(firm, 'FIRM_MEMBER');
    portal.clock.goTo('2027-06-01T02:00:00Z');
    const login = await memberOf(firm, 'FIRM_ADMIN');
    portal.clock.goTo(PAST);
    const admin = await signedIn(login);
    const line = await lineOf(admin, 'FIRM_MEMBER');
    expect(line).toMatchObject({ recertifyOn: LAST_DAY, recertification: 'LAPSED', mayConfirm: true });
    expect((await confirm(admin, line)).status).toBe(204);
    expect(await lineOf(admin, 'FIRM_MEMBER')).toMatchObject({ recertifyOn: '2028-11-23', recertification: 'CONFIRMED' });
    const browser = await signedIn(lapsed);
    expect((await browser.visit()).account?.memberships).toMatchObject([{ role: 'FIRM_MEMBER' }]);
    portal.clock.goTo('2028-10-24T02:00:00Z');
    expect((await due()).map(({ ids }) => ids)).toEqual([{ members: 2 }]);
  });

  it('given by a coordinator of the district, helps a firm whose only admin has lapsed', async () => {
    const lapsed = await memberOf(firm, 'FIRM_ADMIN');
    portal.clock.goTo(PAST);
    const coordinator = await signedIn(await memberOf(await theOffice(portal), 'COORDINATOR'));
    expect((await confirm(coordinator, await lineOf(coordinator, 'FIRM_ADMIN'))).status).toBe(204);
    expect((await enter(lapsed)).answer.status).toBe(200);
  });

  it('is given by nobody else: not oneself, not a colleague without the right, not another firm, not by a lapsed admin', async () => {
    const login = await memberOf(firm, 'FIRM_ADMIN');
    const admin = await signedIn(login);
    const member = await signedIn(await memberOf(firm, 'FIRM_MEMBER'));
    const own = await lineOf(admin, 'FIRM_ADMIN');
    const line = await lineOf(admin, 'FIRM_MEMBER');
    expect([own.mayConfirm, line.mayConfirm]).toEqual([false, true]);
    expect(codeOf(await confirm(admin, own))).toEqual([403, 'NOT_ONESELF']);
    const strangers = [await memberOf(await aFirm(portal), 'FIRM_ADMIN'), await memberOf(await aUnit(portal), 'DEPARTMENT_ADMIN')];
    for (const stranger of strangers) expect((await confirm(await signedIn(stranger), line)).status).toBe(404);
    expect((await confirm(member, line)).status).toBe(404);
    const matchmaker = await signedIn(await memberOf(await theOffice(portal), 'MATCHMAKER'));
    expect((await confirm(matchmaker, line)).status).toBe(404);
    portal.clock.goTo(LAST_MOMENT);
    const lapsing = await signedIn(login);
    portal.clock.goTo(PAST);
    expect((await confirm(lapsing, line)).status).toBe(404);
    const [{ day } = { day: '' }] = await portal.sql<{ day: string }>('select recertify_on::text as day from account.membership where id = $1', [line.membershipId]);
    expect(day).toBe(LAST_DAY);
  });

  it('is asked role by role: one that has lapsed leaves the other in force', async () => {
    const unit = await aUnit(portal);
    const login = await memberOf(firm, 'FIRM_ADMIN');
    const [row] = await portal.sql<{ id: string }>('select id from account.account where login = $1', [login]);
    await portal.sql(
      `insert into account.membership (account_id, organization_id, side, role, recertify_on) values ($1, $2, 'DEMAND', 'DEPARTMENT_MEMBER', '2028-05-01')`,
      [row?.id, unit.id],
    );
    portal.clock.goTo(PAST);
    const browser = await signedIn(login);
    expect((await browser.visit()).account?.memberships.map(({ role }) => role)).toEqual(['DEPARTMENT_MEMBER']);
    expect((await browser.get(`/api/members/organizations/${firm.id}`)).status).toBe(404);
  });
});
