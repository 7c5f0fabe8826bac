import { connect } from 'node:net';
import { FindActor } from '@mantianxing/account';
import { ACCESS, type AccessRow } from '@mantianxing/contracts';
import { ACTOR_HEADER, signActor } from '@mantianxing/platform';
import { SECRET } from '../../support/builders/market';
import { NOBODY, openPortal, type Answer, type TestPortal } from '../../support/builders/portal';
import { expected } from '../../support/access/expectation';
import { bodyOf, PROOF_IN_ADDRESS, type WalkedObject } from '../../support/access/objects';
import { addressOf, WalkedRoutes } from '../../support/access/walked-routes';
import { openWorld, type ServerName, type Walker, type World } from '../../support/access/world';
import { freePort } from '../../support/free-port';
import { headerFaults, type SeenAnswer } from '../../support/headers/header-table';

const HTTPS = { PUBLIC_URL: 'https://duijie.example.cn' };
const ENDS_SESSION = ['POST /sign-out', 'DELETE /api/session'];
/** Some four hundred calls. */
const WALK_MS = 600_000;
const JSON_TYPE = { 'content-type': 'application/json' };

/** One that is wrong in every way a request can be, and the status it is answered with. */
const WRONG: [what: string, method: 'GET' | 'POST' | 'DELETE', url: string, body: string | undefined, headers: Record<string, string>, status: number][] = [
  ['a page that is not there', 'GET', '/nowhere', undefined, {}, 404],
  ['an address of the API that is not there', 'GET', '/api/nowhere', undefined, {}, 404],
  ['a file that is not there', 'GET', '/assets/nothing-12345678.js', undefined, {}, 404],
  ['an entry that is not there', 'GET', '/scenarios/01a200f2-c669-74ca-a50e-1e7499fe2718', undefined, {}, 404],
  ['a page whose address cannot be read', 'GET', '/%zz', undefined, {}, 400],
  ['an address of the API that cannot be read', 'GET', '/api/%zz', undefined, {}, 400],
  ['an address that is too long', 'GET', `/api/status?${'a'.repeat(5000)}`, undefined, {}, 414],
  ['a method nobody knows there', 'DELETE', '/api/status', undefined, {}, 405],
  ['a form sent to the API', 'POST', '/api/session', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['JSON that ends too early', 'POST', '/api/session', '{"login":', JSON_TYPE, 400],
  ['a body that is too large', 'POST', '/api/session', JSON.stringify({ login: 'x'.repeat(300_000) }), JSON_TYPE, 413],
  ['a write without a token', 'POST', '/api/inbox/read-all', '{}', { ...JSON_TYPE, 'x-csrf-token': '' }, 403],
  ['a link nobody was sent', 'GET', '/reset/no-such-proof', undefined, {}, 404],
  ['an answer to a question nobody asked', 'GET', '/answer/no-such-proof', undefined, {}, 404],
  ['a password set by a link nobody was sent', 'POST', '/reset/no-such-proof', 'password=a', { 'content-type': 'application/x-www-form-urlencoded' }, 404],
  ['a field nobody asked for', 'POST', '/api/session', '{"login":"a","password":"b","more":1}', JSON_TYPE, 422],
];

describe('the headers of every answer', () => {
  let world: World;
  let served: WalkedRoutes;
  let calls = 0;
  const faults: string[] = [];

  beforeAll(async () => {
    world = await openWorld(HTTPS);
    served = new WalkedRoutes(world);
  });
  afterAll(() => world?.close());

  function note(seen: SeenAnswer): void {
    calls += 1;
    faults.push(...headerFaults(seen));
  }

  /** The public, one who may and one who may not, as the table says. */
  function askers(row: AccessRow, object?: WalkedObject): Walker[] {
    const find = (may: boolean) => world.walkers.find((walker) => walker.letters && (expected(row, walker, object) === 'may') === may);
    return [world.walker('public'), find(true), find(false)].filter((walker) => walker !== undefined);
  }

  async function askPortal(route: string, walker: Walker, object?: WalkedObject): Promise<void> {
    const [method, url] = addressOf(route, object ?? { value: 'no-such-proof' });
    const { status, headers } = await walker.browser.send(method, url, method === 'GET' ? undefined : bodyOf(route, walker));
    note({ method, url, status, headers, signedIn: walker.letters !== undefined, https: true });
  }

  /** An inner app as the portal asks it, and as anybody could who reaches its port. */
  async function askInner(server: ServerName, route: string, walker: Walker, object?: WalkedObject): Promise<void> {
    const [method, url] = addressOf(route, object);
    const actor = walker.accountId ? await world.portal.get(FindActor).execute(walker.accountId) : undefined;
    const signed = actor ? { [ACTOR_HEADER]: await signActor(actor, SECRET, { requestId: 'headers' }) } : {};
    const payload = method === 'GET' ? undefined : bodyOf(route, walker);
    const { statusCode: status, headers } = await world.apps[server].inject({ method, url, headers: signed, payload });
    note({ method, url, status, headers: headers as Answer['headers'], signedIn: actor !== undefined, inner: true });
  }

  async function walk(server: ServerName, ask: (route: string, walker: Walker, object?: WalkedObject) => Promise<void>): Promise<void> {
    for (const route of served.of(server).filter((one) => !ENDS_SESSION.includes(one) && !one.startsWith('ANY '))) {
      const address = route.split(' ')[1] as string;
      const row = ACCESS[server][route as never] as AccessRow;
      const isNamed = address.includes(':') && !PROOF_IN_ADDRESS.includes(address);
      const object = isNamed ? (await served.objectsOf(address))[0] : undefined;
      for (const walker of askers(row, object)) await ask(route, walker, object);
    }
  }

  it('are those of the table on every route of the portal, for strangers, for whoever may and for whoever may not', async () => {
    await walk('portal', askPortal);
    expect(faults.splice(0)).toEqual([]);
  }, WALK_MS);

  it.each(['publishing', 'directory', 'worker'] as const)('are those of the table on every route of the app behind it: %s', async (server) => {
    await walk(server, (route, walker, object) => askInner(server, route, walker, object));
    expect(faults.splice(0)).toEqual([]);
    process.stdout.write(`security headers: ${calls} answers by now\n`);
  }, WALK_MS);

  it.each(WRONG)('are those of the table also for %s', async (_what, method, url, body, headers, status) => {
    for (const walker of [world.walker('public'), world.walker('matchmaker')]) {
      const answer = await walker.browser.send(method, url, body, headers);
      // Somebody who is not signed in is told that first.
      expect([status, 401]).toContain(answer.status);
      note({ method, url, status: answer.status, headers: answer.headers, signedIn: walker.letters !== undefined, https: true });
    }
    for (const server of ['publishing', 'directory'] as const) {
      const answer = await world.apps[server].inject({ method, url, headers, payload: body });
      note({ method, url, status: answer.statusCode, headers: answer.headers as Answer['headers'], signedIn: false, inner: true });
    }
    expect(faults.splice(0)).toEqual([]);
  });

  it('are those of the table where something breaks, for programs and for people', async () => {
    const { browser } = world.walker('matchmaker');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await world.portal.sql('alter table pairing.suggestion rename to suggestion_away');
    await world.portal.sql('alter table scenario.scenario rename to scenario_away');
    try {
      for (const url of ['/api/suggestions', '/scenarios']) {
        const { statusCode: status, headers } = await world.portal.app.inject({ url, headers: { cookie, 'x-forwarded-proto': 'https' } });
        expect([url, status]).toEqual([url, 500]);
        note({ method: 'GET', url, status, headers: headers as Answer['headers'], signedIn: true, https: true });
      }
    } finally {
      await world.portal.sql('alter table pairing.suggestion_away rename to suggestion');
      await world.portal.sql('alter table scenario.scenario_away rename to scenario');
    }
    expect(faults.splice(0)).toEqual([]);
  });

  it('are those of the table for somebody who signs in too often', async () => {
    const visitor = world.portal.browser();
    await visitor.visit();
    let answer = await visitor.post('/api/session', { login: 'nobody-here', password: 'not the one' });
    for (let times = 0; times < 40 && answer.status !== 429; times += 1) answer = await visitor.post('/api/session', { login: `nobody-${times}`, password: 'not the one' });
    expect(answer.status).toBe(429);
    note({ method: 'POST', url: '/api/session', status: 429, headers: answer.headers, signedIn: false, https: true });
    expect(faults.splice(0)).toEqual([]);
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['headers that are too large', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
  ])('are those of the table for %s, which is answered before any app sees it', async (_what, sent, status) => {
    const port = await freePort();
    const portal = await openPortal(HTTPS);
    try {
      await portal.app.listen(port, '127.0.0.1');
      const headers = headersOf(await say(port, sent));
      expect(headers.status).toBe(status);
      note({ method: 'GET', url: '/api/raw', status, headers: headers.values, signedIn: false, https: true });
    } finally {
      await portal.close();
    }
    expect(faults.splice(0)).toEqual([]);
  });
});

describe('the headers of a portal that people reach over http', () => {
  let portal: TestPortal;
  beforeAll(async () => void (portal = await openPortal({ PUBLISHING_URL: NOBODY })));
  afterAll(() => portal.close());

  it.each(['/', '/sign-in', '/api/session', '/api/scenarios', '/desk', '/nowhere'])('ask for no https and no secure cookie at %s', async (url) => {
    const { status, headers } = await portal.browser().get(url);
    expect(headerFaults({ method: 'GET', url, status, headers, signedIn: false })).toEqual([]);
  });
});

describe('the table of headers', () => {
  const good: SeenAnswer['headers'] = {
    'content-security-policy': "default-src 'none'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    ...{ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'cache-control': 'no-store' },
    ...{ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' },
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
  const faultsOf = (headers: SeenAnswer['headers'], more: Partial<SeenAnswer> = {}) =>
    headerFaults({ method: 'GET', url: '/desk', status: 200, signedIn: true, ...more, headers: { ...good, ...headers } });
  const withPolicy = (change: (policy: string) => string) => ({ 'content-security-policy': change(String(good['content-security-policy'])) });

  it('lets pass what is right', () => expect(faultsOf({})).toEqual([]));

  it.each<[string, SeenAnswer['headers'], Partial<SeenAnswer>?]>([
    ['inline script', withPolicy((policy) => policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"))],
    ['a foreign host', withPolicy((policy) => `${policy}; connect-src https://elsewhere.example`)],
    ['inline styles', withPolicy((policy) => `${policy}; style-src 'self' 'unsafe-inline'`)],
    ['a nonce that can be guessed', withPolicy((policy) => `${policy}; style-src 'self' 'nonce-1'`)],
    ['a nonce where no desk is', withPolicy((policy) => `${policy}; style-src 'self' 'nonce-${'a'.repeat(22)}'`), { url: '/scenarios' }],
    ['frames', withPolicy((policy) => policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))],
    ['forms sent anywhere', withPolicy((policy) => policy.replace("; form-action 'self'", ''))],
    ['sniffing', { 'x-content-type-options': undefined }],
    ['a page of somebody kept by their browser', { 'cache-control': 'private, no-cache' }],
    ['a proof in the address passed on', { 'referrer-policy': 'same-origin' }, { url: '/reset/abc' }],
    ['a session cookie that script reads', { 'set-cookie': 'mtx_session=x; Path=/; SameSite=Lax' }],
    ['a session cookie that goes over http', { ...withPolicy((policy) => `${policy}; upgrade-insecure-requests`), 'strict-transport-security': 'max-age=31536000; includeSubDomains', 'set-cookie': '__Host-mtx_session=x; Path=/; HttpOnly; SameSite=Lax' }, { https: true }],
    ['https forgotten', withPolicy((policy) => `${policy}; upgrade-insecure-requests`), { https: true }],
    ['the name of the server', { server: 'x' }],
    ['other sites reading', { 'access-control-allow-origin': '*' }],
  ])('trips on %s', (_what, ...answer) => {
    expect(faultsOf(...answer)).not.toEqual([]);
  });
});

function say(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.setEncoding('utf8').on('data', (chunk) => (heard += String(chunk)));
    socket.once('close', () => resolve(heard)).once('error', reject);
  });
}

function headersOf(answer: string): { status: number; values: Record<string, string> } {
  const [first = '', ...lines] = (answer.split('\r\n\r\n', 1)[0] ?? '').split('\r\n');
  return { status: Number(first.split(' ')[1]), values: Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2))) };
}
