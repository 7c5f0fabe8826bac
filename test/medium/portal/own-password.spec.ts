import { CreateAccount } from '@mantianxing/account';
import type { FactorSecretView, SecurityView } from '@mantianxing/contracts';
import { TOTP } from 'otpauth';
import { openMailingPortal, type MailingPortal } from '../../support/builders/account-mail';
import { aFirm, type BuiltFirm } from '../../support/builders/organizations';
import { PASSWORD, type Browser } from '../../support/builders/portal';

const NEW = '黄葛树下听夜雨打芭蕉叶';

describe('one’s own password', () => {
  let office: MailingPortal;
  let firm: BuiltFirm;
  let people = 0;
  beforeAll(async () => {
    office = await openMailingPortal();
    firm = await aFirm(office.portal, { name: '山城安联科技有限公司' });
  });
  afterAll(() => office.close());
  beforeEach(() => office.portal.clock.goTo('2026-11-23T02:00:00Z'));

  const somebody = async () => {
    const login = `wangxiaomei-${(people += 1)}`;
    const email = `xiaomei.wang${people}@anlian-keji.example`;
    const memberships = [{ organizationId: firm.id, role: 'FIRM_MEMBER' as const }];
    await office.portal.get(CreateAccount).execute({ login, password: PASSWORD, person: { name: '王小美', email }, memberships });
    return { login, email, browser: await signedIn(login) };
  };
  const signedIn = async (login: string) => {
    const browser = office.portal.browser();
    expect((await browser.signIn(login)).status).toBe(200);
    return browser;
  };
  const change = (browser: Browser, current: string, next: string) => browser.send('PUT', '/api/me/password', { current, next });
  const isIn = async (browser: Browser) => (await browser.get('/api/inbox')).status === 200;
  const opens = async (login: string, password: string) => (await office.portal.browser().signIn(login, password)).status === 200;

  it('is changed by who knows the old one: the others are signed out, this browser is not, and the new one counts', async () => {
    const { login, browser } = await somebody();
    const elsewhere = await signedIn(login);
    office.portal.clock.goTo('2026-11-23T03:30:00Z');
    expect((await change(browser, PASSWORD, NEW)).status).toBe(204);
    expect(await isIn(elsewhere)).toBe(false);
    const { passwordSetAt, sessions } = (await browser.get('/api/me/security')).json<SecurityView>();
    expect(passwordSetAt).toBe('2026-11-23T03:30:00.000Z');
    expect(sessions).toEqual([expect.objectContaining({ isCurrent: true })]);
    expect([await opens(login, PASSWORD), await opens(login, NEW)]).toEqual([false, true]);
  });

  it('ends a sign-in that had shown the old one and owed the code', async () => {
    const { login, browser } = await somebody();
    const { secret } = (await browser.post('/api/me/factor', { password: PASSWORD })).json<FactorSecretView>();
    const code = () => new TOTP({ secret }).generate({ timestamp: office.portal.clock.at.getTime() });
    expect((await browser.post('/api/me/factor/confirm', { code: code() })).status).toBe(200);
    office.portal.clock.goTo('2026-11-23T02:01:00Z');
    const half = await signedIn(login);
    expect((await half.visit()).codeDue).toBe(true);
    expect((await change(browser, PASSWORD, NEW)).status).toBe(204);
    await half.visit();
    expect((await half.post('/api/session/code', { code: code() })).status).toBe(401);
  });

  it('is told to its owner by mail, without the password', async () => {
    const { email, browser } = await somebody();
    await change(browser, PASSWORD, NEW);
    await office.deliver();
    const [mail, ...more] = office.box.to(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('您的密码已修改');
    expect(mail?.text).toContain('如非本人操作');
    expect(`${mail?.text}${mail?.html}${office.queued.join('')}`).not.toContain(NEW);
  });

  it('stays as it is where the old one is wrong, and nobody is signed out or written to', async () => {
    const { login, email, browser } = await somebody();
    const elsewhere = await signedIn(login);
    const refused = await change(browser, '不是这个密码而是另一个', NEW);
    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({ code: 'CURRENT_PASSWORD_WRONG', problems: [{ field: 'current', message: expect.stringContaining('还可尝试') }] });
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, true]);
    await office.deliver();
    // The second browser was new to the account: that alone is told.
    expect(office.box.to(email).map(({ subject }) => subject)).toEqual(['新设备登录提醒']);
    expect([await opens(login, PASSWORD), await opens(login, NEW)]).toEqual([true, false]);
  });

  it('cannot be guessed at a browser left open: after five wrong ones even the right one waits', async () => {
    const { browser } = await somebody();
    for (let n = 0; n < 5; n += 1) expect((await change(browser, `猜一猜猜一猜猜一猜${n}`, NEW)).status).toBe(422);
    expect((await change(browser, PASSWORD, NEW)).status).toBe(429);
    office.portal.clock.goTo('2026-11-23T02:20:00Z');
    expect((await change(browser, PASSWORD, NEW)).status).toBe(204);
  });

  it('must not be a leaked one, a short one, or made of login, name, unit or address', async () => {
    const { login, email, browser } = await somebody();
    const elsewhere = await signedIn(login);
    const tried = {
      short: '夜雨芭蕉叶',
      leaked: 'iloveyou123',
      'leaked with a tail': 'Password123!',
      'along the keyboard': '1qaz2wsx3edc',
      'the login': login,
      'the login, wide and large': 'ＷＡＮＧＸＩＡＯＭＥＩ',
      'the login with a year': 'wangxiaomei2026',
      'the address': email,
      'the unit': '山城安联科技有限公司',
      'a mobile number': '13812345678',
    };
    for (const [what, next] of Object.entries(tried)) {
      const answer = await change(browser, PASSWORD, next);
      expect([what, answer.status]).toEqual([what, 422]);
      expect(answer.json()).toMatchObject({ code: 'WEAK_PASSWORD', problems: [{ field: 'next' }] });
    }
    expect(await isIn(elsewhere)).toBe(true);
    expect(await opens(login, PASSWORD)).toBe(true);
  });

  it('is a signed-in person’s matter, and asks for the page’s token', async () => {
    const visitor = office.portal.browser();
    await visitor.visit();
    expect((await change(visitor, PASSWORD, NEW)).status).toBe(401);
    const { browser } = await somebody();
    browser.csrfToken = '';
    const refused = await change(browser, PASSWORD, NEW);
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([403, 'CSRF']);
  });
});
