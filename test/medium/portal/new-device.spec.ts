import { theOffice } from '../../support/builders/organizations';
import { openMailingPortal, type MailingPortal } from '../../support/builders/account-mail';
import { PASSWORD, type TestPortal } from '../../support/builders/portal';

/** Half past ten at night in Shanghai: mails that may wait would wait until eight. */
const NIGHT = '2026-11-23T14:30:00.000Z';
const YEAR_AND_A_HALF = '2028-05-23T02:00:00.000Z';

describe('signing in with a device that is new', () => {
  let mailing: MailingPortal;
  let portal: TestPortal;
  let people = 0;
  beforeAll(async () => {
    mailing = await openMailingPortal({ MESSAGE_TIMING: 'considerate' });
    portal = mailing.portal;
  });
  afterAll(() => mailing.close());
  beforeEach(() => portal.clock.goTo(NIGHT));

  /** Somebody with an address, signed in once already: that browser was the first. */
  const somebody = async () => {
    const browser = await portal.signedIn(await theOffice(portal), 'MATCHMAKER');
    const login = `person-${(people += 1)}`;
    await portal.sql('update account.person set email = $2 where id = (select person_id from account.account where login = $1)', [
      login,
      `${login}@office.example.cn`,
    ]);
    await told();
    return { browser, login };
  };
  /** Paths of the mails that went out since. */
  const told = () => mailing.deliver();

  it('tells its owner at once, at night too: when, with what, from where, and what to do', async () => {
    const { login } = await somebody();
    await portal.browser().signIn(login);
    expect(await told()).toEqual(['/me/security']);
    const mail = mailing.box.mails.at(-1);
    expect(mail?.to?.[0]?.address).toBe(`${login}@office.example.cn`);
    expect(mail?.subject).toBe('新设备登录提醒');
    expect(mail?.text).toContain('2026年11月23日22:30，您的账号在新设备（其他设备）上登录，网络地址127.0.0.1。');
    expect(mail?.text).toContain('如非本人，请改密码并联系管理员。');
  });

  it('tells nobody of the browser the account was opened with, nor of one that signs in again', async () => {
    const { browser, login } = await somebody();
    expect(browser.cookies.has('mtx_device')).toBe(true);
    await browser.signIn(login);
    expect(await told()).toEqual([]);
    const second = portal.browser();
    await second.signIn(login);
    expect(await told()).toHaveLength(1);
    await second.signIn(login);
    expect(await told()).toEqual([]);
  });

  it('is said for each account: a browser one colleague uses is new to the next', async () => {
    const [one, other] = [await somebody(), await somebody()];
    await one.browser.signIn(other.login);
    expect(await told()).toHaveLength(1);
  });

  it('knows a browser no longer that was not used for more than a year', async () => {
    const { browser, login } = await somebody();
    const second = portal.browser();
    await second.signIn(login);
    await told();
    portal.clock.goTo(YEAR_AND_A_HALF);
    await portal.sql(`update account.membership set recertify_on = '2029-01-01'`);
    await browser.signIn(login);
    expect(await told()).toEqual([]);
    await second.signIn(login);
    expect(await told()).toHaveLength(1);
  });

  it('says nothing where no password was right, and takes no secret that it did not give', async () => {
    const { login } = await somebody();
    const thief = portal.browser();
    await thief.visit();
    const refused = await thief.post('/api/session', { login, password: `${PASSWORD}x` });
    expect([refused.status, thief.cookies.has('mtx_device')]).toEqual([401, false]);
    thief.cookies.set('mtx_device', 'planted');
    await thief.signIn(login);
    expect(thief.cookies.get('mtx_device')).toMatch(/^[\w-]{43}$/);
  });
});
