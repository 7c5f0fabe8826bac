import { CreateAccount } from '@mantianxing/account';
import type { FactorSecretView, SessionView } from '@mantianxing/contracts';
import { TOTP } from 'otpauth';
import { theOffice } from '../../support/builders/organizations';
import { openPortal, PASSWORD, type Browser, type TestPortal } from '../../support/builders/portal';
import { freePort } from '../../support/free-port';
import { openOidcServer, type OidcServer } from '../../support/oidc-server';

const PUBLIC_URL = 'http://portal.example';
const CALLBACK = `${PUBLIC_URL}/sign-in/oidc/callback`;

describe('signing in through another provider', () => {
  let portal: TestPortal;
  let provider: OidcServer;
  let organizationId: string;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    portal = await openPortal({
      ...{ PUBLIC_URL, OIDC_ISSUER: `http://127.0.0.1:${port}`, OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'p'.repeat(40) },
      ...{ OIDC_LABEL: '渝快政登录', OUTBOUND_ALLOWED_HOSTS: `127.0.0.1:${port}` },
    });
    portal.clock.goTo(new Date().toISOString());
    organizationId = (await theOffice(portal)).id;
  });
  afterAll(async () => {
    await provider?.close();
    await portal.close();
  });

  const account = (login: string, email?: string) =>
    portal.get(CreateAccount).execute({ login, password: PASSWORD, person: { name: login, email }, memberships: [{ organizationId, role: 'MATCHMAKER' }] });
  const leave = async (browser: Browser) => String((await browser.get('/sign-in/oidc?next=/desk/intake')).headers.location);
  const back = async (browser: Browser, address: string) => browser.get(address.replace(PUBLIC_URL, ''));
  const enter = async (sub: string, browser = portal.browser()) => {
    const answer = await back(browser, await provider.signIn(await leave(browser), sub));
    return { browser, answer, account: (await browser.visit()).account };
  };

  it('is offered on the page; a provider that is away keeps nobody from starting or from the password', async () => {
    expect((await portal.browser().get('/sign-in')).text).toContain('渝快政登录');
    const away = await portal.browser().get('/sign-in/oidc');
    expect([away.status, away.text.includes('统一身份认证暂时联系不上，请稍后再试，或用账号密码登录。')]).toEqual([503, true]);
    await account('with-password');
    expect((await portal.browser().signIn('with-password')).status).toBe(200);
    provider = await openOidcServer(CALLBACK, port);
  });

  it('knows somebody by the verified address of exactly one account, and then by the identity itself', async () => {
    const id = await account('li.min', 'li.min@example.cn');
    provider.people.set('gov-1', { email: 'LI.MIN@example.cn', email_verified: true });
    const { answer, account: entered } = await enter('gov-1');
    expect([answer.status, answer.headers.location, entered?.id]).toEqual([303, '/desk/intake', id]);
    provider.people.set('gov-1', { email: 'another@example.cn', email_verified: true });
    expect((await enter('gov-1')).account?.id).toBe(id);
    provider.people.set('gov-9', { email: 'li.min@example.cn', email_verified: true });
    expect((await enter('gov-9')).account).toBeNull();
  });

  it('never makes an account, nor believes an address that is not verified or belongs to two', async () => {
    const before = (await portal.sql('select 1 from account.account')).length;
    provider.people.set('stranger', { email: 'stranger@example.cn', email_verified: true });
    await account('one', 'shared@example.cn');
    await account('two', 'shared@example.cn');
    provider.people.set('shared', { email: 'shared@example.cn', email_verified: true });
    await account('careful', 'careful@example.cn');
    provider.people.set('unverified', { email: 'careful@example.cn', email_verified: false });
    for (const sub of ['stranger', 'shared', 'unverified']) {
      const { answer, account: entered } = await enter(sub);
      expect([sub, answer.status, entered]).toEqual([sub, 403, null]);
      expect(answer.text).toContain('此身份尚未关联本平台账号');
    }
    expect(await portal.sql('select 1 from account.account')).toHaveLength(before + 3);
  });

  it('knows somebody whom an admin has linked', async () => {
    const id = await account('linked');
    const admin = await portal.signedIn({ id: organizationId }, 'ADMIN');
    expect((await admin.post(`/api/members/accounts/${id}/identity`, { subject: 'gov-7' })).status).toBe(204);
    expect((await enter('gov-7')).account?.id).toBe(id);
    const other = await account('other');
    expect((await admin.post(`/api/members/accounts/${other}/identity`, { subject: 'gov-7' })).status).toBe(409);
  });

  it('refuses an answer that this browser did not ask for, and one that comes twice', async () => {
    provider.people.set('gov-1', {});
    const victim = portal.browser();
    await leave(victim);
    const attacker = portal.browser();
    const stolen = await provider.signIn(await leave(attacker), 'gov-1');
    expect((await back(victim, stolen)).status).toBe(403);
    expect((await back(portal.browser(), stolen)).status).toBe(403);
    expect((await back(attacker, stolen)).status).toBe(303);
    expect((await back(attacker, stolen)).status).toBe(403);
  });

  it('still asks for the second factor where there is one', async () => {
    const { browser } = await enter('gov-7');
    const { secret } = (await browser.post('/api/me/factor', { password: PASSWORD })).json<FactorSecretView>();
    const code = () => new TOTP({ secret }).generate({ timestamp: portal.clock.at.getTime() });
    await browser.post('/api/me/factor/confirm', { code: code() });
    const { browser: next, answer } = await enter('gov-7');
    expect(answer.headers.location).toBe('/sign-in/code?next=%2Fdesk%2Fintake');
    portal.clock.goTo(new Date(portal.clock.at.getTime() + 60_000).toISOString());
    expect((await next.post('/api/session/code', { code: code() })).json<SessionView>().account?.name).toBe('linked');
  });
});
