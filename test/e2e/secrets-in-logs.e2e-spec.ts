import type { FactorSecretView, PartyPairingListView, RecoveryCodesView, SessionView } from '@mantianxing/contracts';
import { TOTP } from 'otpauth';
import { Pool } from 'pg';
import { aFireSafetyNeed } from '../support/builders/scenario-content';
import { freePort } from '../support/free-port';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { PlantedSecrets } from '../support/planted-secrets';
import { PortalClient } from '../support/portal-client';
import { openRobotReceiver, ROBOT_SECRET, ROBOT_TOKEN, type RobotReceiver } from '../support/robot-receiver';
import { publishScenario, untilSuggested } from '../support/stories/publish-scenario';
import { waitUntil } from '../support/wait-until';
import { startWholeStack, type WholeStack } from '../support/whole-stack';

const APPS = ['web-portal', 'scenario-publishing', 'capability-directory', 'matcher-worker'];
const PHONE = '13887654321';
const MAIL_ADDRESS = 'planted.person@contacts.example';
const secret = (name: string) => `planted-${name}-`.padEnd(40, '0123456789');

describe('what the processes print', () => {
  const secrets = new PlantedSecrets();
  let stack: WholeStack;
  let robots: RobotReceiver;
  let engine: TestMeilisearch | undefined;
  let pool: Pool;

  beforeAll(async () => {
    robots = await openRobotReceiver();
    const meiliKey = secrets.plant('meili key', secret('meili'));
    engine = await startMeilisearch({ port: await freePort(), masterKey: meiliKey });
    const settings = {
      SESSION_SECRET: secrets.plant('session secret', secret('session')),
      INTERNAL_TOKEN_SECRET: secrets.plant('internal secret', secret('internal')),
      FACTOR_SECRET: secrets.plant('factor secret', secret('factor')),
      // Nobody listens there: both are away from the start.
      ...{ EMBEDDER_URL: 'http://127.0.0.1:9', EMBEDDER_MODEL: 'away', EMBEDDER_API_KEY: secrets.plant('embedder key', secret('embedder')) },
      ...{ OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'mtx', OIDC_CLIENT_SECRET: secrets.plant('OIDC secret', secret('oidc')) },
      OUTBOUND_ALLOWED_HOSTS: robots.host,
      LOG_LEVEL: 'debug',
    };
    secrets.plant('robot secret', ROBOT_SECRET);
    secrets.plant('robot key', ROBOT_TOKEN);
    stack = await startWholeStack({
      ...{ settings, smtpLogin: `mtx:${secrets.plant('SMTP password', secret('smtp'))}`, onOutput: (app, text) => secrets.hear(app, text) },
      ...(engine && { meiliUrl: engine.url, meiliKey }),
    });
    secrets.plant('database password', new URL(stack.databaseUrl).password);
    for (const phone of [PHONE, MAIL_ADDRESS]) secrets.plant('contact', phone);
    pool = new Pool({ connectionString: stack.databaseUrl, max: 1 });
  });
  afterAll(async () => {
    await pool?.end();
    await stack?.stop();
    await Promise.all([engine?.stop(), robots?.close()]);
  });

  async function as(login: string): Promise<PortalClient> {
    const person = await stack.as(login);
    secrets.plant('login password', stack.accounts.find((one) => one.login === login)?.password ?? '');
    for (const proof of person.proofs) secrets.plant('session cookie or CSRF token', proof);
    return person;
  }

  /** Sends it and hears what is answered to a refusal. */
  async function wrong(person: PortalClient, method: string, path: string, body?: unknown): Promise<number> {
    const { status, body: problem } = await person.send(method, path, body);
    if (status >= 400) secrets.hear('answers', `${method} ${status}: ${JSON.stringify(problem)}\n`);
    return status;
  }

  /** A page as a browser without script uses it. */
  async function page(path: string, fields?: Record<string, string>): Promise<number> {
    const session = await fetch(`${stack.url}/api/session`);
    const cookie = session.headers.getSetCookie().map((line) => line.split(';', 1)[0]).join('; ');
    const { csrfToken } = (await session.json()) as SessionView;
    const form = fields && new URLSearchParams({ _csrf: csrfToken, ...fields });
    const answer = await fetch(`${stack.url}${path}`, { method: form ? 'POST' : 'GET', redirect: 'manual', headers: { cookie }, body: form });
    const text = await answer.text();
    // A page that asks once more has the address of its own form in it.
    if (answer.status >= 400) secrets.hear('answers', text.replaceAll(path, ''));
    return answer.status;
  }

  /** The token of the link in the newest mail that has one. */
  const linkIn = (kind: 'reset' | 'join' | 'answer', known = 0) =>
    waitUntil(
      () => {
        const links = stack.mailBox.mails.flatMap(({ text }) => [...(text ?? '').matchAll(new RegExp(`/${kind}/([\\w-]{16,})`, 'g'))]);
        return links.length > known ? secrets.plant(`${kind} link`, links.at(-1)?.[1] ?? '') : undefined;
      },
      { timeoutMs: 60_000, what: `a mail with a link to ${kind}`, everyMs: 100 },
    );

  it('would be noticed', () => {
    const proof = new PlantedSecrets();
    proof.plant('key', 'planted-key-0123');
    proof.hear('worker', '{"message":"nothing"} planted-k');
    expect(proof.found()).toEqual([]);
    proof.hear('worker', 'ey-0123 went by');
    proof.hear('portal', `Basic ${Buffer.from('planted-key-0123').toString('base64')}`);
    expect(proof.found()).toEqual([expect.stringMatching(/^key in worker:.*planted-key-0123/), expect.stringMatching(/^key in portal:/)]);
  });

  it('names nobody and nothing while people fail to get in', async () => {
    const visitor = new PortalClient(stack.url, { duringOutages: true });
    await visitor.get('/api/session');
    const typed = secrets.plant('a wrong password', '错误的口令planted-8471');
    expect(await wrong(visitor, 'POST', '/api/session', { login: 'liheng', password: typed })).toBe(403);
    const person = await as('liheng');
    expect(await wrong(person, 'POST', '/api/session', { login: PHONE, password: typed })).toBe(401);
    expect(await wrong(person, 'POST', '/api/session', { login: 'liheng', password: typed, [PHONE]: MAIL_ADDRESS })).toBe(422);
    expect(await wrong(person, 'PUT', '/api/me/password', { current: typed, next: `${typed}-next` })).toBeGreaterThanOrEqual(400);
    const link = secrets.plant('a link nobody sent', 'Qx7'.repeat(20));
    for (const kind of ['reset', 'join', 'answer']) expect(await page(`/${kind}/${link}`)).toBeGreaterThanOrEqual(400);
    expect(await page('/sign-in/oidc')).toBeGreaterThanOrEqual(300);
    expect(await page('/sign-in', { login: 'liheng', password: typed })).toBeGreaterThanOrEqual(400);
    expect(await wrong(person, 'GET', `/api/nowhere/${link}?token=${link}&phone=${PHONE}`)).toBe(404);
  });

  it('names nobody and nothing on the way of a second factor, a new password and an invitation', async () => {
    const firm = await as('liheng');
    const password = stack.accounts.find((one) => one.login === 'liheng')?.password ?? '';
    const seed = await firm.post<FactorSecretView>('/api/me/factor', { password });
    secrets.plant('TOTP seed', seed.secret);
    expect(await wrong(firm, 'POST', '/api/me/factor/confirm', { code: '000000' })).toBeGreaterThanOrEqual(400);
    const { codes } = await firm.post<RecoveryCodesView>('/api/me/factor/confirm', { code: new TOTP({ secret: seed.secret }).generate() });
    for (const code of codes) secrets.plant('recovery code', code);

    const { account } = await firm.get<SessionView>('/api/session');
    const organizationId = account?.memberships[0]?.organizationId;
    const invitation = { organizationId, role: 'FIRM_MEMBER', name: '韩雪', email: MAIL_ADDRESS };
    expect(await wrong(firm, 'POST', '/api/members/invitations', invitation)).toBe(201);
    const join = await linkIn('join');
    const chosen = secrets.plant('a chosen password', '长江边上planted的灯塔');
    expect(await page(`/join/${join}`, { login: 'hanxue', password: chosen, again: '另一个' })).toBe(422);
    expect(await page(`/join/${join}`, { login: 'hanxue', password: chosen, again: chosen })).toBe(200);
    expect(await page('/forgotten', { login: 'hanxue' })).toBe(200);
    const reset = await linkIn('reset');
    expect(await page(`/reset/${reset}`, { password: chosen, again: '另一个' })).toBe(422);
    expect(await page(`/reset/${reset}`, { password: `${chosen}二`, again: `${chosen}二` })).toBe(200);
    expect(await page(`/reset/${reset}`)).toBe(410);
  });

  it('names nobody and nothing on the way of a scenario, with a robot that refuses and mail that is refused', async () => {
    const coordinator = await as('coordinator');
    const robot = { kind: 'DINGTALK', name: '撮合群', webhook: robots.webhookOf('DINGTALK'), secret: ROBOT_SECRET, events: ['scenario.published'] };
    const { id } = await coordinator.post<{ id: string }>('/api/group-robots', robot);
    expect(await wrong(coordinator, 'POST', '/api/group-robots', { ...robot, webhook: `https://elsewhere.example/robot/send?access_token=${ROBOT_TOKEN}` })).toBe(422);
    for (const mood of ['gone', 'garbled', 'busy', 'moved', 'takes'] as const) {
      robots.mood = mood;
      await wrong(coordinator, 'POST', `/api/group-robots/${id}/try`, {});
    }
    robots.mood = 'garbled';
    stack.mailBox.refuse.set(MAIL_ADDRESS, 550);
    const scenario = await publishScenario(stack, { ...aFireSafetyNeed('日志里不该有人的场景'), contactPhone: PHONE });
    const matchmaker = await as('matchmaker');
    const [row] = await untilSuggested(matchmaker, scenario.id);
    await matchmaker.post(`/api/suggestions/${row?.id}/approve`, { version: row?.version });
    const answer = await linkIn('answer');
    expect(await page(`/answer/${answer}`)).toBe(200);
    expect(await page(`/answer/${answer}`, { answer: 'DECLINE', reason: `请拨${PHONE}` })).toBe(200);
    expect(await page(`/answer/${answer}`)).toBe(410);
    await (await as('emergency')).get<PartyPairingListView>('/api/pairings');
  });

  it('names nobody and nothing while parts are away and tables are gone', async () => {
    const department = await as('emergency');
    const strange = new PortalClient(stack.url, { duringOutages: true });
    await engine?.stop();
    for (const [table, ask] of [
      ['scenario.scenario', () => wrong(department, 'POST', '/api/scenarios', { content: { ...aFireSafetyNeed('出错的场景'), contactPhone: PHONE } })],
      ['account.account', () => wrong(strange, 'POST', '/api/session', { login: MAIL_ADDRESS, password: secret('wrong') })],
    ] as const) {
      await strange.send('GET', '/api/session');
      await pool.query(`alter table ${table} rename to away`);
      try {
        await ask().catch((error: Error) => secrets.hear('answers', error.message));
      } finally {
        await pool.query(`alter table ${table.split('.')[0]}.away rename to ${table.split('.')[1]}`);
      }
    }
    await stack.kill('capability-directory');
    const firm = new PortalClient(stack.url, { duringOutages: true });
    expect(await wrong(firm, 'GET', `/api/capabilities?q=${PHONE}`)).toBe(503);
    await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
    await wrong(department, 'GET', '/api/scenarios/mine').catch((error: Error) => secrets.hear('answers', error.message));
  });

  it('holds none of what was planted, nor does a refusal', () => {
    expect(secrets.found()).toEqual([]);
    for (const app of APPS) expect([app, secrets.lengthOf(app) > 500]).toEqual([app, true]);
    expect(secrets.lengthOf('answers')).toBeGreaterThan(1_000);
    expect(secrets.names.length).toBeGreaterThanOrEqual(engine ? 18 : 17);
  });
});
