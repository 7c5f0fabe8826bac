import type { SessionView } from '@mantianxing/contracts';
import { SessionShelf } from '@mantianxing/account';
import { theOffice } from '../../support/builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../../support/builders/portal';

const HOUR = 3_600_000;

describe('a session at the portal', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    portal.clock.goTo('2026-11-23T02:00:00Z');
    browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
  });

  const account = async (from = browser) => (await from.get('/api/session')).json<SessionView>().account;
  const rows = () => portal.sql<{ sid: string; account_id: string }>(`select encode(sid_hash, 'hex') as sid, account_id from account.session`);
  const later = (ms: number) => portal.clock.goTo(new Date(portal.clock.at.getTime() + ms).toISOString());

  it('tells who is signed in, where they start, and the token for writing', async () => {
    const session = (await browser.get('/api/session')).json<SessionView>();
    expect(session).toMatchObject({ home: '/desk', unread: 0, account: { memberships: [{ role: 'MATCHMAKER' }] } });
    expect(session.csrfToken).toMatch(/.{20}/);
  });

  it('is a cookie no script reads and no other site sends along', async () => {
    const visitor = portal.browser();
    await visitor.visit();
    expect(visitor.cookies.has('mtx_session')).toBe(false);
    const { headers } = await browser.signIn('person-1');
    expect(String(headers['set-cookie'])).toMatch(/mtx_session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax/);
  });

  it('writes nothing for visitors', async () => {
    const before = (await rows()).length;
    await portal.browser().visit();
    await portal.browser().get('/');
    expect(await rows()).toHaveLength(before);
  });

  it('gets a new id at every sign-in, and the old one is worth nothing', async () => {
    const old = browser.cookies.get('mtx_session') as string;
    await browser.signIn('person-1');
    expect(browser.cookies.get('mtx_session')).not.toBe(old);
    const thief = portal.browser();
    thief.cookies.set('mtx_session', old);
    expect(await account(thief)).toBeNull();
  });

  it('is found by a digest: what the table holds is no cookie', async () => {
    const sid = decodeURIComponent(browser.cookies.get('mtx_session') as string).split('.')[0] as string;
    const kept = await portal.sql('select * from account.session');
    expect(JSON.stringify(kept)).not.toContain(sid);
  });

  it('refuses a cookie whose signature is not ours', async () => {
    const forger = portal.browser();
    forger.cookies.set('mtx_session', `${(browser.cookies.get('mtx_session') as string).split('.')[0]}.${'A'.repeat(43)}`);
    expect(await account(forger)).toBeNull();
  });

  it('ends at once when its rows are deleted', async () => {
    const id = (await account())?.id as string;
    expect(await portal.get(SessionShelf).removeOf(id)).toBe(1);
    expect(await account()).toBeNull();
    expect((await browser.get('/api/inbox')).status).toBe(401);
  });

  it('lasts twelve hours after the last request and no longer', async () => {
    later(11 * HOUR);
    expect(await account()).not.toBeNull();
    later(11 * HOUR);
    expect(await account()).not.toBeNull();
    later(12 * HOUR + 1000);
    expect(await account()).toBeNull();
  });

  it('is not written again by each request', async () => {
    const id = (await account())?.id;
    const expiry = async () => (await portal.sql('select expires_at as at from account.session where account_id = $1', [id]))[0]?.at;
    const first = await expiry();
    expect(first).toEqual(new Date(portal.clock.at.getTime() + 12 * HOUR));
    later(60_000);
    await account();
    expect(await expiry()).toEqual(first);
    later(HOUR);
    await account();
    expect(await expiry()).not.toEqual(first);
  });

  it('ends with signing out', async () => {
    const before = (await rows()).length;
    expect((await browser.send('DELETE', '/api/session')).status).toBe(204);
    expect(await rows()).toHaveLength(before - 1);
    expect(await account()).toBeNull();
  });

  it('belongs to nobody once the account is disabled', async () => {
    await portal.sql('update account.account set disabled_at = now() where id = $1', [(await account())?.id]);
    expect(await account()).toBeNull();
  });
});

describe('a portal behind https', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openPortal({ PUBLIC_URL: 'https://duijie.example.cn', TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterAll(() => portal.close());
  const through = { 'x-forwarded-proto': 'https', host: 'duijie.example.cn' };

  it('gives cookies that travel over https to this host alone', async () => {
    const { headers } = await portal.browser().get('/api/session', through);
    expect(String(headers['set-cookie'])).toMatch(/__Host-mtx_csrf=.*Secure/);
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
  });

  it('says what is wrong when people sign in past the proxy, instead of losing them', async () => {
    const browser = portal.browser();
    const { csrfToken } = (await browser.get('/api/session', through)).json<SessionView>();
    const plain = await browser.post('/api/session', { login: 'x', password: 'y' }, { 'x-csrf-token': csrfToken, 'x-forwarded-proto': 'http' });
    expect(plain.status).toBe(503);
    expect(plain.text).toContain('请以https网址登录');
  });
});
