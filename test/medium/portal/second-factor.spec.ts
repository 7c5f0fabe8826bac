import type { FactorSecretView, RecoveryCodesView, SecurityView, SessionView } from '@mantianxing/contracts';
import { TOTP } from 'otpauth';
import { theOffice } from '../../support/builders/organizations';
import { openPortal, PASSWORD, type Browser, type TestPortal } from '../../support/builders/portal';

describe('the second factor', () => {
  let portal: TestPortal;
  let people = 0;
  beforeAll(async () => {
    portal = await openPortal({ SECOND_FACTOR: 'required' });
  });
  afterAll(() => portal.close());

  const somebody = async (role: 'MATCHMAKER' | 'ADMIN' | 'EXPERT' = 'MATCHMAKER') => {
    const browser = await portal.signedIn(await theOffice(portal), role);
    return { browser, login: `person-${(people += 1)}`, id: (await browser.visit()).account?.id as string };
  };
  const later = (seconds: number) => portal.clock.goTo(new Date(portal.clock.at.getTime() + seconds * 1000).toISOString());
  const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: portal.clock.at.getTime() });
  const enrol = async (browser: Browser) => {
    const { secret, uri } = (await browser.post('/api/me/factor', { password: PASSWORD })).json<FactorSecretView>();
    const { codes } = (await browser.post('/api/me/factor/confirm', { code: codeOf(secret) })).json<RecoveryCodesView>();
    return { secret, uri, codes };
  };
  const firstStep = async (login: string) => {
    const browser = portal.browser();
    const view = (await browser.signIn(login)).json<SessionView>();
    return { browser, view };
  };

  it('is demanded of staff before anything else, and of nobody else', async () => {
    const { browser } = await somebody();
    expect((await browser.get('/api/session')).json<SessionView>()).toMatchObject({ factorLack: 'MISSING', home: '/me/security' });
    const refused = await browser.get('/api/suggestions');
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([403, 'SECOND_FACTOR_MISSING']);
    await enrol(browser);
    expect((await browser.get('/api/suggestions')).status).toBe(200);
    expect((await (await somebody('EXPERT')).browser.get('/api/inbox')).status).toBe(200);
  });

  it('is asked after the password, and a code counts once, at sign-in as at enrolment', async () => {
    const { browser, login } = await somebody();
    const { secret } = await enrol(browser);
    const { browser: next, view } = await firstStep(login);
    expect(view).toMatchObject({ account: null, codeDue: true, home: '/sign-in/code' });
    expect((await next.get('/api/inbox')).status).toBe(401);
    expect((await next.post('/api/session/code', { code: codeOf(secret) })).status).toBe(422);
    later(30);
    const before = next.cookies.get('mtx_session');
    const code = codeOf(secret);
    const entered = await next.post('/api/session/code', { code });
    expect(entered.json<SessionView>().account?.name).toBe((await browser.visit()).account?.name);
    expect(next.cookies.get('mtx_session')).not.toBe(before);
    const { browser: watcher } = await firstStep(login);
    expect((await watcher.post('/api/session/code', { code })).status).toBe(422);
  });

  it('takes a code one step early or late and no other', async () => {
    const { browser, login } = await somebody();
    const { secret } = await enrol(browser);
    later(300);
    const { browser: next } = await firstStep(login);
    const old = codeOf(secret);
    later(61);
    expect((await next.post('/api/session/code', { code: old })).status).toBe(422);
    const late = codeOf(secret);
    later(30);
    expect((await next.post('/api/session/code', { code: late })).status).toBe(200);
  });

  it('gives ten recovery codes, each good once, also when several try it at once', async () => {
    const { browser, login } = await somebody();
    const { codes } = await enrol(browser);
    expect(new Set(codes).size).toBe(10);
    const steps = await Promise.all(Array.from({ length: 4 }, () => firstStep(login)));
    const answers = await Promise.all(steps.map(({ browser: each }) => each.post('/api/session/code', { code: codes[0]!.toLowerCase() })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await browser.get('/api/me/security')).json<SecurityView>().factor).toMatchObject({ enrolled: true, recoveryCodesLeft: 9 });
  });

  it('makes guessing wait by account, wherever it comes from, and the second step lasts ten minutes', async () => {
    const { browser, login } = await somebody();
    const { secret } = await enrol(browser);
    later(60);
    const { browser: guesser } = await firstStep(login);
    for (let n = 0; n < 5; n += 1) expect((await guesser.post('/api/session/code', { code: '000000' })).status).toBe(422);
    expect((await guesser.post('/api/session/code', { code: codeOf(secret) })).status).toBe(429);
    later(601);
    expect((await guesser.post('/api/session/code', { code: codeOf(secret) })).status).toBe(401);
  });

  it('is nowhere in the database as it is', async () => {
    const { browser } = await somebody();
    const { secret, uri, codes } = await enrol(browser);
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    const plain = Buffer.from(new TOTP({ secret }).secret.bytes);
    for (const { secret: kept } of await portal.sql<{ secret: Buffer }>('select secret from account.second_factor')) {
      expect(kept.includes(plain)).toBe(false);
    }
    expect(JSON.stringify(await portal.sql('select * from account.recovery_code'))).not.toContain(codes[0]);
  });

  it('cannot be put aside by those who need it; an admin resets another’s, which ends its sessions', async () => {
    const staff = await somebody();
    const { secret } = await enrol(staff.browser);
    later(60);
    expect((await staff.browser.post('/api/me/factor/remove', { code: codeOf(secret) })).status).toBe(403);
    const admin = await somebody('ADMIN');
    expect((await admin.browser.post(`/api/members/accounts/${staff.id}/reset-factor`)).status).toBe(403);
    await enrol(admin.browser);
    expect((await admin.browser.post(`/api/members/accounts/${admin.id}/reset-factor`)).status).toBe(403);
    expect((await admin.browser.post(`/api/members/accounts/${staff.id}/reset-factor`)).status).toBe(204);
    expect((await staff.browser.get('/api/me/security')).status).toBe(401);
    expect((await firstStep(staff.login)).view).toMatchObject({ codeDue: false, factorLack: 'MISSING' });
  });

  it('works on plain pages too', async () => {
    const { browser, login } = await somebody();
    const { secret } = await enrol(browser);
    later(60);
    const reader = portal.browser();
    const { csrfToken } = await reader.visit();
    const first = await reader.form('/sign-in', { _csrf: csrfToken, login, password: PASSWORD, next: '/desk/review' });
    expect([first.status, first.headers.location]).toEqual([303, '/sign-in/code?next=%2Fdesk%2Freview']);
    const again = /name="_csrf" value="([^"]+)"/.exec((await reader.get('/sign-in/code')).text)?.[1] as string;
    expect((await reader.form('/sign-in/code', { _csrf: again, code: '000000', next: '/desk/review' })).text).toContain('验证码不正确或已用过');
    const entered = await reader.form('/sign-in/code', { _csrf: again, code: codeOf(secret), next: '/desk/review' });
    expect([entered.status, entered.headers.location]).toEqual([303, '/desk/review']);
  });
});
