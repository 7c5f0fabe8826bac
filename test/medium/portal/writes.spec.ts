import type { ProblemView, SessionView } from '@mantianxing/contracts';
import { theOffice, type BuiltOffice } from '../../support/builders/organizations';
import { openPortal, PASSWORD, type TestPortal } from '../../support/builders/portal';

describe('writing to the portal', () => {
  let portal: TestPortal;
  let office: BuiltOffice;
  beforeAll(async () => {
    portal = await openPortal();
    office = await theOffice(portal);
    await portal.signedIn(office, 'MATCHMAKER');
  });
  afterAll(() => portal.close());
  const credentials = { login: 'person-1', password: PASSWORD };

  describe('asks for the token of the page', () => {
    it.each([
      ['POST', '/api/session'],
      ['DELETE', '/api/session'],
      ['POST', '/api/inbox/read-all'],
      ['POST', '/api/scenarios'],
      ['PUT', '/api/capabilities/01a200f2-c669-74ca-a50e-1e7499fe2718'],
      ['POST', '/sign-in'],
      ['POST', '/sign-out'],
    ] as const)('%s %s', async (method, url) => {
      const browser = await portal.signedIn(office, 'COORDINATOR');
      const answer = await browser.send(method, url, method === 'DELETE' ? undefined : {}, { 'x-csrf-token': '' });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('页面已过期，请刷新后重试。');
    });

    it('and takes no other person’s', async () => {
      const [one, other] = [await portal.signedIn(office, 'COORDINATOR'), await portal.signedIn(office, 'COORDINATOR')];
      expect((await one.post('/api/inbox/read-all', {}, { 'x-csrf-token': other.csrfToken })).status).toBe(403);
      expect((await one.post('/api/inbox/read-all', {})).status).toBe(204);
    });

    it('and not the one from before signing in', async () => {
      const browser = portal.browser();
      const { csrfToken } = await browser.visit();
      await browser.signIn('person-1');
      expect((await browser.post('/api/inbox/read-all', {}, { 'x-csrf-token': csrfToken })).json<ProblemView>().code).toBe('CSRF');
    });

    it('and tells programs so in the house’s form', async () => {
      const { code, problems, requestId } = (await portal.browser().post('/api/session', credentials)).json<ProblemView>();
      expect({ code, problems }).toEqual({ code: 'CSRF', problems: [] });
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  it('names each wrong field in Chinese', async () => {
    const browser = portal.browser();
    await browser.visit();
    const answer = await browser.post('/api/session', { login: '', extra: 1 });
    expect(answer.status).toBe(422);
    expect(answer.json<ProblemView>().problems.map(({ field }) => field).sort()).toEqual(['extra', 'login', 'password']);
  });

  describe('a wrong password', () => {
    it('is told with the tries left, and the sixth has to wait', async () => {
      const browser = portal.browser();
      await browser.visit();
      const attempt = () => browser.post('/api/session', { login: 'person-1', password: '不对的密码一二三' });
      expect((await attempt()).json<ProblemView>().message).toBe('账号或密码不正确，还可尝试4次。');
      for (let n = 0; n < 3; n += 1) await attempt();
      expect((await attempt()).json<ProblemView>().message).toBe('账号或密码不正确，请30秒后再试。');
      expect((await attempt()).status).toBe(429);
      portal.clock.goTo(new Date(portal.clock.at.getTime() + 31_000).toISOString());
      expect((await browser.signIn('person-1')).status).toBe(200);
    });
  });

  describe('the sign-in page', () => {
    const tokenIn = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

    it('works without script and leads to the person’s desk', async () => {
      const browser = portal.browser();
      const _csrf = tokenIn((await browser.get('/sign-in')).text);
      const answer = await browser.form('/sign-in', { ...credentials, _csrf, next: '' });
      expect([answer.status, answer.headers.location]).toEqual([303, '/desk']);
      expect((await browser.get('/api/session')).json<SessionView>().account).not.toBeNull();
    });

    it('shows the sentence, and keeps login and way', async () => {
      const browser = portal.browser();
      const _csrf = tokenIn((await browser.get('/sign-in?next=/desk/review')).text);
      const answer = await browser.form('/sign-in', { login: 'nobody"<b>', password: 'x', _csrf, next: '/desk/review' });
      expect(answer.status).toBe(401);
      expect(answer.text).toContain('账号或密码不正确，还可尝试4次。');
      expect(answer.text).toContain('value="nobody&quot;&lt;b&gt;"');
      expect(answer.text).toContain('name="next" value="/desk/review"');
    });

    it('asks for both fields', async () => {
      const browser = portal.browser();
      const _csrf = tokenIn((await browser.get('/sign-in')).text);
      const answer = await browser.form('/sign-in', { login: '', password: '', _csrf });
      expect([answer.status, answer.text.includes('请填写账号和密码。')]).toEqual([422, true]);
    });

    it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example', ' //evil.example'])(
      'sends nobody to %s',
      async (next) => {
        const browser = portal.browser();
        const page = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`);
        expect(page.text).toContain('name="next" value=""');
        const answer = await browser.form('/sign-in', { ...credentials, _csrf: tokenIn(page.text), next });
        expect([answer.status, answer.headers.location]).toEqual([303, '/desk']);
      },
    );

    it('lets a person leave, without script', async () => {
      const browser = await portal.signedIn(office, 'COORDINATOR');
      const page = await browser.get('/sign-in');
      expect(page.text).toContain('您已登录：');
      const answer = await browser.form('/sign-out', { _csrf: tokenIn(page.text) });
      expect([answer.status, answer.headers.location]).toEqual([303, '/']);
      expect((await browser.get('/api/session')).json<SessionView>().account).toBeNull();
    });
  });

  it('slows down one address that tries many logins', async () => {
    const browser = portal.browser();
    await browser.visit();
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await browser.post('/api/session', { login: `guess-${n}` })).status);
    expect(statuses.at(-1)).toBe(429);
    const refused = await browser.post('/api/session', { login: 'guess' });
    expect(refused.json<ProblemView>().message).toMatch(/^操作过于频繁，请\d+秒后再试。$/);
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
  });
});
