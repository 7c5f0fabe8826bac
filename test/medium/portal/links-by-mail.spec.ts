import { CreateAccount } from '@mantianxing/account';
import type { MembersView } from '@mantianxing/contracts';
import { aFirm, aUnit, theOffice, type BuiltFirm } from '../../support/builders/organizations';
import { openMailingPortal, type MailingPortal } from '../../support/builders/account-mail';
import { PASSWORD, type Browser } from '../../support/builders/portal';

const NEW = '黄葛树下听夜雨打芭蕉叶';

describe('links by mail', () => {
  let office: MailingPortal;
  let firm: BuiltFirm;
  let admin: Browser;
  let invited = 0;

  beforeAll(async () => {
    office = await openMailingPortal();
    firm = await aFirm(office.portal);
    admin = await office.portal.signedIn(firm, 'FIRM_ADMIN');
    await office.deliver();
  });
  afterAll(() => office.close());

  const address = () => `invited-${(invited += 1)}@example.cn`;
  const invite = (email: string, by = admin, more: object = {}) =>
    by.post('/api/members/invitations', { organizationId: firm.id, role: 'FIRM_MEMBER', name: '周敏', email, ...more });
  const members = async () => (await admin.get(`/api/members/organizations/${firm.id}`)).json<MembersView>();
  const fill = async (path: string, fields: Record<string, string>) => {
    const browser = office.portal.browser();
    const { csrfToken } = await browser.visit();
    return browser.form(path, { _csrf: csrfToken, ...fields });
  };
  const account = (login: string, email: string) =>
    office.portal.get(CreateAccount).execute({ login, password: PASSWORD, person: { name: '陈静', email }, memberships: [{ organizationId: firm.id, role: 'FIRM_MEMBER' }] });
  /** Whose writes the audit log shows for what came in at the link. */
  const writers = async (operation: string) =>
    (
      await office.portal.sql<{ login: string | null }>(
        'select distinct a.login from audit.entry e left join account.account a on a.id = e.account_id where e.operation = $1',
        [operation],
      )
    ).map(({ login }) => login);
  const ask = (login: string) => fill('/forgotten', { login });

  it('invite somebody, who sets login and password and is in', async () => {
    const email = address();
    expect((await invite(email)).status).toBe(201);
    const [path] = await office.deliver();
    expect(office.box.to(email)[0]?.subject).toMatch(/^邀请您加入：/);
    expect((await office.portal.browser().get(path!)).text).toContain('周敏，您好。');
    const joined = await fill(path!, { login: 'zhoumin', password: NEW, again: NEW });
    expect(joined.text).toContain('账号已开通，请登录。');
    expect((await office.portal.browser().signIn('zhoumin', NEW)).status).toBe(200);
    expect((await members()).members.map(({ name }) => name)).toContain('周敏');
    expect((await fill(path!, { login: 'again', password: NEW, again: NEW })).status).toBe(410);
  });

  it('add a role to somebody who has an account, who is the one that did it', async () => {
    await account('zhangwei', 'zhangwei@example.cn');
    const other = await aFirm(office.portal);
    const by = await office.portal.signedIn(other, 'FIRM_ADMIN');
    await invite('zhangwei@example.cn', by, { organizationId: other.id });
    const [path] = await office.deliver();
    expect((await office.portal.browser().get(path!)).text).toContain('确认加入');
    expect((await fill(path!, {})).text).toContain('请用原来的账号登录');
    expect(await writers('POST /join/:token')).toContain('zhangwei');
  });

  it('are asked for by a login with a NUL in it as by any that does not exist', async () => {
    const [strange, unknown] = [await ask('a\u0000b'), await ask('nobody-of-that-name')];
    expect([strange.status, strange.text]).toEqual([unknown.status, unknown.text]);
    const browser = office.portal.browser();
    const { csrfToken } = await browser.visit();
    const body = new URLSearchParams({ _csrf: csrfToken, login: 'a\u0000b' }).toString();
    const capital = await browser.send('POST', '/forgotten', body, { 'content-type': 'Application/X-WWW-Form-Urlencoded', 'x-csrf-token': '' });
    expect([capital.status, capital.text]).toEqual([unknown.status, unknown.text]);
  });

  it('are not used up by looking, nor by a form that is refused', async () => {
    await invite(address());
    const [path] = await office.deliver();
    for (let look = 0; look < 3; look += 1) expect((await office.portal.browser().get(path!)).status).toBe(200);
    expect((await fill(path!, { login: 'wu', password: '1234567890', again: '1234567890' })).text).toContain('这个密码太常见');
    expect((await fill(path!, { login: 'wu', password: NEW, again: '另一个' })).text).toContain('两次填写的密码不一样');
    expect((await fill(path!, { login: 'ZHOUMIN', password: NEW, again: NEW })).text).toContain('此账号已存在');
    expect((await fill(path!, { login: 'wuhao', password: NEW, again: NEW })).status).toBe(200);
  });

  it('are the same at every try of the mail, and nothing that opens stands in database, event or job', async () => {
    const email = address();
    await invite(email);
    const paths = await office.deliver(3);
    expect(paths).toHaveLength(3);
    expect(new Set(paths).size).toBe(1);
    expect(new Set(office.box.to(email).map(({ messageId }) => messageId)).size).toBe(1);
    const token = paths[0]!.split('/').pop() as string;
    const kept = JSON.stringify([
      await office.portal.sql(`select * from account.link_token`),
      await office.portal.sql(`select * from outbox.event`),
      await office.portal.sql(`select * from account.invitation`),
    ]);
    expect(kept + office.queued.join('')).not.toContain(token);
    await fill(paths[0]!, { login: 'liuyang', password: NEW, again: NEW });
    expect(await office.deliver(2)).toEqual([]);
  });

  it('are renewed by sending again, closed by taking back, and cancelling forgets the person', async () => {
    const email = address();
    const { id } = (await invite(email)).json<{ id: string }>();
    const [first] = await office.deliver();
    expect((await admin.post(`/api/members/invitations/${id}/resend`)).status).toBe(204);
    const [second] = await office.deliver();
    expect(second).not.toBe(first);
    expect((await office.portal.browser().get(first!)).status).toBe(410);
    expect((await office.portal.browser().get(second!)).status).toBe(200);
    expect((await admin.post(`/api/members/invitations/${id}/cancel`)).status).toBe(204);
    expect((await office.portal.browser().get(second!)).status).toBe(410);
    expect(await office.portal.sql('select 1 from account.person where email = $1', [email])).toEqual([]);
  });

  it('are for an organisation’s own admins and their side, and for the office by rank', async () => {
    const other = await office.portal.signedIn(await aUnit(office.portal), 'DEPARTMENT_ADMIN');
    expect((await invite(address(), other)).status).toBe(404);
    expect((await invite(address(), admin, { role: 'DEPARTMENT_ADMIN' })).status).toBe(403);
    const home = await theOffice(office.portal);
    const coordinator = await office.portal.signedIn(home, 'COORDINATOR');
    expect((await invite(address(), coordinator)).status).toBe(201);
    expect((await invite(address(), coordinator, { organizationId: home.id, role: 'ADMIN' })).status).toBe(403);
    expect((await invite(address(), coordinator, { organizationId: home.id, role: 'MATCHMAKER' })).status).toBe(201);
    const taken = address();
    await invite(taken);
    expect((await invite(taken.toUpperCase())).status).toBe(409);
    await office.deliver();
  });

  it('reset a password: every session ends, the old one is worth nothing, the person is told', async () => {
    await account('chenjing', 'chenjing@example.cn');
    const signedIn = office.portal.browser();
    await signedIn.signIn('chenjing');
    expect((await ask('chenjing@EXAMPLE.cn')).text).toContain('如果有这个账号');
    const [path] = await office.deliver();
    expect((await office.portal.browser().get(path!)).status).toBe(200);
    expect((await fill(path!, { password: NEW, again: NEW })).text).toContain('密码已重设');
    expect((await signedIn.get('/api/inbox')).status).toBe(401);
    expect((await office.portal.browser().signIn('chenjing')).status).toBe(401);
    expect((await office.portal.browser().signIn('chenjing', NEW)).status).toBe(200);
    expect((await fill(path!, { password: PASSWORD, again: PASSWORD })).status).toBe(410);
    expect(await writers('POST /reset/:token')).toEqual(['chenjing']);
    await office.deliver();
    // The account was opened in another browser than the one that signs in here: that is told too, and is another story.
    const subjects = office.box.to('chenjing@example.cn').map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject !== '新设备登录提醒')).toEqual(['重设密码', '您的密码已修改']);
  });

  it('answer alike whether or not there is such an account, and stop mailing one account without end', async () => {
    await account('lihua', 'lihua@example.cn');
    const known = await ask('lihua');
    const unknown = await ask('nobody-at-all');
    expect([known.status, withoutToken(known.text)]).toEqual([unknown.status, withoutToken(unknown.text)]);
    for (let n = 0; n < 4; n += 1) await ask('lihua');
    expect((await ask('lihua')).status).toBe(429);
    expect((await ask('lihua@example.cn')).status).toBe(200);
    expect(await office.deliver()).toHaveLength(5);
  });
});

/** The page without what differs at every visit. */
const withoutToken = (html: string): string => html.replace(/value="[^"]*"/g, '');
