import type { FactorSecretView, Role, SecurityView, SessionView } from '@mantianxing/contracts';
import { TOTP } from 'otpauth';
import { aFirm, theOffice } from '../../support/builders/organizations';
import { openPortal, PASSWORD, type Browser, type TestPortal } from '../../support/builders/portal';

const START = '2026-11-23T02:00:00.000Z';
const JUST_BEFORE = '2026-11-30T01:59:59.000Z';
const DUE = '2026-11-30T02:00:00.000Z';

describe('the grace for a second factor, seven days here', () => {
  let portal: TestPortal;
  let people = 0;
  beforeAll(async () => {
    portal = await openPortal({ SECOND_FACTOR: 'required', SECOND_FACTOR_GRACE_DAYS: '7' });
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.goTo(START));

  const somebody = async (role: Role = 'MATCHMAKER', organization?: { id: string }) => {
    const browser = await portal.signedIn(organization ?? (await theOffice(portal)), role);
    const login = `person-${(people += 1)}`;
    /** The same person in another browser, whenever it is now. */
    const again = async () => {
      const other = portal.browser();
      expect((await other.signIn(login)).status).toBe(200);
      return other;
    };
    return { browser, again };
  };
  const lack = async (browser: Browser) => (await browser.get('/api/session')).json<SessionView>().factorLack;
  const codeOf = async (browser: Browser, url: string) => {
    const answer = await browser.get(url);
    return answer.status === 403 ? answer.json<{ code: string }>().code : answer.status;
  };
  const enrol = async (browser: Browser) => {
    const { secret } = (await browser.post('/api/me/factor', { password: PASSWORD })).json<FactorSecretView>();
    const code = new TOTP({ secret }).generate({ timestamp: portal.clock.at.getTime() });
    expect((await browser.post('/api/me/factor/confirm', { code })).status).toBe(200);
  };

  it('lets staff act until its last second, and says until when', async () => {
    const { browser, again } = await somebody();
    expect(await lack(browser)).toBe('GRACE');
    const { factor } = (await browser.get('/api/me/security')).json<SecurityView>();
    expect(factor).toEqual({ enrolled: false, required: true, dueAt: DUE, recoveryCodesLeft: 0 });
    expect(await codeOf(browser, '/api/suggestions')).toBe(200);
    portal.clock.goTo(JUST_BEFORE);
    const late = await again();
    expect(await codeOf(late, '/api/suggestions')).toBe(200);
  });

  it('once over, closes everything but the enrolment, in a session begun before too', async () => {
    const { browser, again } = await somebody();
    await browser.get('/api/suggestions');
    portal.clock.goTo(JUST_BEFORE);
    const before = await again();
    expect(await codeOf(before, '/api/suggestions')).toBe(200);
    portal.clock.goTo(DUE);
    for (const late of [before, await again()]) {
      expect(await codeOf(late, '/api/suggestions')).toBe('SECOND_FACTOR_MISSING');
      expect(await codeOf(late, '/api/inbox')).toBe('SECOND_FACTOR_MISSING');
      const write = await late.post('/api/inbox/read-all');
      expect([write.status, write.json<{ code: string }>().code]).toEqual([403, 'SECOND_FACTOR_MISSING']);
      expect(await codeOf(late, '/api/me/security')).toBe(200);
    }
    expect((await before.get('/api/session')).json<SessionView>()).toMatchObject({ factorLack: 'MISSING', home: '/me/security' });
    await enrol(before);
    expect(await lack(before)).toBe('NONE');
    expect(await codeOf(before, '/api/suggestions')).toBe(200);
  });

  it('does not begin anew with the next sign-in', async () => {
    const { browser, again } = await somebody();
    await browser.get('/api/suggestions');
    portal.clock.goTo('2026-11-28T02:00:00Z');
    const { factor } = (await (await again()).get('/api/me/security')).json<SecurityView>();
    expect(factor.dueAt).toBe(DUE);
  });

  it('does not reach who belongs where: members and whole accounts stay closed to staff without a factor', async () => {
    const office = await theOffice(portal);
    const { browser: coordinator } = await somebody('COORDINATOR');
    const { browser: admin } = await somebody('ADMIN');
    const { browser: matchmaker } = await somebody();
    const other = (await matchmaker.visit()).account?.id as string;
    expect(await codeOf(coordinator, `/api/members/organizations/${office.id}`)).toBe('SECOND_FACTOR_MISSING');
    expect(await codeOf(coordinator, '/api/suggestions')).toBe(200);
    const invitation = { organizationId: office.id, role: 'MATCHMAKER', name: '周敏', email: 'zhoumin@example.cn' };
    for (const [url, body] of [['/api/members/invitations', invitation], [`/api/members/accounts/${other}/disable`, undefined]] as const) {
      const refused = await admin.post(url, body);
      expect([refused.status, refused.json<{ code: string }>().code]).toEqual([403, 'SECOND_FACTOR_MISSING']);
    }
    expect(await codeOf(matchmaker, '/api/suggestions')).toBe(200);
    await enrol(coordinator);
    expect(await codeOf(coordinator, `/api/members/organizations/${office.id}`)).toBe(200);
  });

  it('is no matter for firms and experts, then or later', async () => {
    const firm = await aFirm(portal);
    const { browser: member, again } = await somebody('FIRM_ADMIN', firm);
    const { again: expert } = await somebody('EXPERT');
    expect(await lack(member)).toBe('NONE');
    portal.clock.goTo('2026-12-24T02:00:00Z');
    expect(await codeOf(await again(), `/api/members/organizations/${firm.id}`)).toBe(200);
    expect(await codeOf(await expert(), '/api/inbox')).toBe(200);
  });
});
