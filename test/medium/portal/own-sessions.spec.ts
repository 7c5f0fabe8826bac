import { SessionShelf } from '@mantianxing/account';
import type { SecurityView, SessionView } from '@mantianxing/contracts';
import { aFirm, theOffice } from '../../support/builders/organizations';
import { openPortal, PASSWORD, type Browser, type TestPortal } from '../../support/builders/portal';
import { PortalClient } from '../../support/portal-client';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = '2026-11-23T02:00:00.000Z';
const FIREFOX = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0' };
const WECHAT = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49' };

describe('the places somebody is signed in at', () => {
  let portal: TestPortal;
  let base: string;
  let people = 0;
  beforeAll(async () => {
    portal = await openPortal();
    await portal.app.listen(0, '127.0.0.1');
    base = await portal.app.getUrl();
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.goTo(START));

  const later = (ms: number) => portal.clock.goTo(new Date(portal.clock.at.getTime() + ms).toISOString());
  /** Somebody new, signed in already in one browser. */
  const somebody = async () => {
    const browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    return { browser, login: `person-${(people += 1)}` };
  };
  const device = (login: string, headers: Record<string, string> = {}) => new PortalClient(base, { headers }).signIn(login, PASSWORD);
  const listOf = async (browser: Browser) => (await browser.get('/api/me/security')).json<SecurityView>().sessions;
  const nameAt = async (client: PortalClient) => (await client.get<SessionView>('/api/session')).account?.name;
  const isIn = async (browser: Browser) => (await browser.get('/api/inbox')).status === 200;

  it('are listed with device, time and address, the one in use marked', async () => {
    const { browser, login } = await somebody();
    later(HOUR);
    const phone = await device(login, WECHAT);
    later(HOUR);
    const { sessions } = await phone.get<SecurityView>('/api/me/security');
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      isCurrent: true,
      device: '微信·安卓',
      address: '127.0.0.1',
      signedInAt: '2026-11-23T03:00:00.000Z',
      seenAt: expect.stringMatching(/^2026-11-23T0[34]:00:00\.000Z$/) as string,
    });
    expect(sessions[1]).toMatchObject({ isCurrent: false, signedInAt: START, seenAt: START });
    later(MINUTE);
    expect((await listOf(browser)).map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    const again = (await phone.get<SecurityView>('/api/me/security')).sessions.find(({ isCurrent }) => isCurrent);
    expect(again).toMatchObject({ device: '微信·安卓', signedInAt: '2026-11-23T03:00:00.000Z', seenAt: '2026-11-23T04:00:00.000Z' });
  });

  it('say nothing that would open one of them', async () => {
    const { browser } = await somebody();
    const { text } = await browser.get('/api/me/security');
    const cookie = decodeURIComponent(browser.cookies.get('mtx_session') as string);
    for (const part of cookie.split('.')) expect(text).not.toContain(part);
  });

  it('can be ended one by one, and the others go on', async () => {
    const { browser, login } = await somebody();
    const lost = await device(login, FIREFOX);
    const kept = await device(login, WECHAT);
    const { id = '' } = (await listOf(browser)).find((session) => session.device === 'Firefox·Linux') ?? {};
    expect((await browser.send('DELETE', `/api/me/sessions/${id}`)).status).toBe(204);
    expect((await lost.send('GET', '/api/inbox')).status).toBe(401);
    expect(await nameAt(kept)).toMatch(/^张/);
    expect(await isIn(browser)).toBe(true);
    expect((await browser.send('DELETE', `/api/me/sessions/${id}`)).status).toBe(404);
  });

  it('can all be ended but the one in use', async () => {
    const { browser, login } = await somebody();
    const { browser: colleague } = await somebody();
    const others = [await device(login, FIREFOX), await device(login, WECHAT)];
    expect((await browser.send('DELETE', '/api/me/sessions')).status).toBe(204);
    for (const other of others) expect((await other.send('GET', '/api/inbox')).status).toBe(401);
    expect(await listOf(browser)).toEqual([expect.objectContaining({ isCurrent: true })]);
    expect(await isIn(colleague)).toBe(true);
  });

  it('can end with the one in use too, also when that very request would have renewed it', async () => {
    const { browser } = await somebody();
    const [own] = await listOf(browser);
    later(HOUR);
    expect((await browser.send('DELETE', `/api/me/sessions/${own?.id}`)).status).toBe(204);
    expect(await isIn(browser)).toBe(false);
  });

  it('stay ended when a request of theirs was under way meanwhile', async () => {
    const { browser } = await somebody();
    const accountId = (await browser.visit()).account?.id as string;
    later(HOUR);
    const shelf = portal.get(SessionShelf);
    const find = shelf.find.bind(shelf);
    // Between reading the session and renewing it, somebody ends it.
    const meanwhile = jest.spyOn(shelf, 'find').mockImplementationOnce(async (sidHash, now) => {
      const found = await find(sidHash, now);
      await shelf.removeOf(accountId);
      return found;
    });
    await browser.get('/api/inbox');
    meanwhile.mockRestore();
    expect(await isIn(browser)).toBe(false);
    expect(await portal.sql('select 1 from account.session where account_id = $1', [accountId])).toEqual([]);
  });

  it('are nobody else’s to end: to a colleague, an admin and another firm they are not there', async () => {
    const { browser } = await somebody();
    const [session] = await listOf(browser);
    const strangers = [
      (await somebody()).browser,
      await portal.signedIn(await theOffice(portal), 'ADMIN'),
      await portal.signedIn(await aFirm(portal), 'FIRM_ADMIN'),
    ];
    people += 2;
    for (const stranger of strangers) {
      const answer = await stranger.send('DELETE', `/api/me/sessions/${session?.id}`);
      expect([answer.status, answer.json<{ code: string }>().code]).toEqual([404, 'SESSION_NOT_FOUND']);
    }
    expect(await isIn(browser)).toBe(true);
    expect((await portal.browser().send('DELETE', `/api/me/sessions/${session?.id}`)).status).toBe(401);
  });

  it('end seven days after signing in, however busy the person was, and no sooner', async () => {
    const { browser } = await somebody();
    for (let visits = 1; visits <= 15; visits += 1) {
      later(11 * HOUR);
      expect(await isIn(browser)).toBe(true);
    }
    later(3 * HOUR - MINUTE);
    expect(await isIn(browser)).toBe(true);
    later(MINUTE);
    expect(await isIn(browser)).toBe(false);
    expect((await browser.visit()).account).toBeNull();
  });

  it('end after twelve idle hours, and an ended one is listed nowhere', async () => {
    const { browser, login } = await somebody();
    later(6 * HOUR);
    const fresh = portal.browser();
    await fresh.signIn(login);
    later(6 * HOUR);
    expect(await isIn(browser)).toBe(false);
    expect(await listOf(fresh)).toEqual([expect.objectContaining({ isCurrent: true })]);
  });

  it('never take over a cookie that was there before signing in', async () => {
    const { browser: intruder, login: theirs } = await somebody();
    const { login } = await somebody();
    const planted = intruder.cookies.get('mtx_session') as string;
    const victim = portal.browser();
    victim.cookies.set('mtx_session', planted);
    const entered = (await victim.signIn(login)).json<SessionView>();
    expect(entered.account?.name).toBe(`张${login.replace('person-', '')}`);
    expect(victim.cookies.get('mtx_session')).not.toBe(planted);
    expect((await intruder.visit()).account).toBeNull();
    expect(await listOf(victim)).toHaveLength(2);
    expect((await intruder.signIn(theirs)).json<SessionView>().account?.name).not.toBe(entered.account?.name);
  });
});
