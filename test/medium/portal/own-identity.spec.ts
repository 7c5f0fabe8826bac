import { CreateAccount } from '@mantianxing/account';
import type { IdentityStart, SecurityView } from '@mantianxing/contracts';
import { theOffice } from '../../support/builders/organizations';
import { openPortal, PASSWORD, type Browser, type TestPortal } from '../../support/builders/portal';
import { freePort } from '../../support/free-port';
import { openOidcServer, type OidcServer } from '../../support/oidc-server';

const PUBLIC_URL = 'http://portal.example';

describe('an identity of the operator’s provider, linked by its owner', () => {
  let portal: TestPortal;
  let provider: OidcServer;
  let organizationId: string;
  let people = 0;

  beforeAll(async () => {
    const port = await freePort();
    portal = await openPortal({
      ...{ PUBLIC_URL, OIDC_ISSUER: `http://127.0.0.1:${port}`, OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'p'.repeat(40) },
      ...{ OIDC_LABEL: '渝快政登录', OUTBOUND_ALLOWED_HOSTS: `127.0.0.1:${port}` },
    });
    portal.clock.goTo(new Date().toISOString());
    provider = await openOidcServer(`${PUBLIC_URL}/sign-in/oidc/callback`, port);
    organizationId = (await theOffice(portal)).id;
  });
  afterAll(async () => {
    await provider?.close();
    await portal.close();
  });

  const somebody = async () => {
    const login = `renyuan-${(people += 1)}`;
    const id = await portal.get(CreateAccount).execute({ login, password: PASSWORD, person: { name: login }, memberships: [{ organizationId, role: 'MATCHMAKER' }] });
    const browser = portal.browser();
    await browser.signIn(login);
    return { id, login, browser };
  };
  const standing = async (browser: Browser) => (await browser.get('/api/me/security')).json<SecurityView>().identity;
  const start = async (browser: Browser) => (await browser.post('/api/me/identity', { password: PASSWORD })).json<IdentityStart>().url;
  const back = (browser: Browser, address: string) => browser.get(address.replace(PUBLIC_URL, ''));
  const link = async (browser: Browser, sub: string) => back(browser, await provider.signIn(await start(browser), sub));
  const enter = async (sub: string) => {
    const browser = portal.browser();
    const { headers } = await browser.get('/sign-in/oidc');
    await back(browser, await provider.signIn(String(headers.location), sub));
    return { browser, account: (await browser.visit()).account };
  };

  it('signs its owner in from then on, and no longer once it is let go', async () => {
    const { id, browser } = await somebody();
    expect(await standing(browser)).toEqual({ label: '渝快政登录', linkedAt: null });
    const { status, headers } = await link(browser, 'gov-a');
    expect([status, headers.location]).toEqual([303, '/me/security?identity=linked']);
    expect((await standing(browser))?.linkedAt).toEqual(expect.any(String));
    expect((await enter('gov-a')).account?.id).toBe(id);
    expect((await browser.post('/api/me/identity/remove', { password: PASSWORD })).status).toBe(204);
    expect((await standing(browser))?.linkedAt).toBeNull();
    expect((await enter('gov-a')).account).toBeNull();
  });

  it('is neither linked nor let go without the password', async () => {
    const { browser } = await somebody();
    expect((await browser.post('/api/me/identity', { password: 'wrong' })).status).toBe(422);
    await link(browser, 'gov-b');
    expect((await browser.post('/api/me/identity/remove', { password: 'wrong' })).status).toBe(422);
    expect((await standing(browser))?.linkedAt).not.toBeNull();
  });

  it('of somebody else stays theirs, and the page people come back to is told', async () => {
    await link((await somebody()).browser, 'gov-c');
    const { browser } = await somebody();
    const refused = await link(browser, 'gov-c');
    expect([refused.status, refused.headers.location]).toEqual([303, '/me/security?identity=taken']);
    expect((await standing(browser))?.linkedAt).toBeNull();
  });

  it('is linked for nobody but the one who asked, still signed in where they asked', async () => {
    const { browser, login } = await somebody();
    const address = await provider.signIn(await start(browser), 'gov-d');
    const other = await somebody();
    await browser.signIn(other.login);
    expect((await back(browser, address)).status).toBe(403);
    await browser.signIn(login);
    expect((await standing(browser))?.linkedAt).toBeNull();
    expect((await standing(other.browser))?.linkedAt).toBeNull();
  });

  it('stays where it is the only way in', async () => {
    const { id, browser } = await somebody();
    await link(browser, 'gov-e');
    await portal.sql('update account.account set password_hash = null where id = $1', [id]);
    const refused = await browser.post('/api/me/identity/remove', { password: '' });
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([409, 'IDENTITY_NEEDED']);
    expect((await enter('gov-e')).account?.id).toBe(id);
  });
});

describe('a portal without a provider', () => {
  it('shows nothing of it', async () => {
    const portal = await openPortal();
    const browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    expect((await browser.get('/api/me/security')).json<SecurityView>().identity).toBeNull();
    expect((await browser.post('/api/me/identity', { password: PASSWORD })).status).toBe(404);
    await portal.close();
  });
});
