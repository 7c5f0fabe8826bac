import { ACCESS, may, type AccessRow, type AccessTable } from '@mantianxing/contracts';
import { expected, met } from '../../support/access/expectation';
import { bodyOf, PROOF_IN_ADDRESS, type WalkedObject } from '../../support/access/objects';
import { addressOf, WalkedRoutes, type Method } from '../../support/access/walked-routes';
import { openWorld, type ServerName, type Walker, type World } from '../../support/access/world';

/** They end the session they are called with: called last; nobody needs one to call them. */
const ENDS_SESSION = ['POST /sign-out', 'DELETE /api/session'];
/** Served where the client has been built. */
const ONLY_BUILT = ['GET /assets/*'];
/** Some two thousand calls: half a minute alone, more where other suites run beside. */
const WALK_MS = 600_000;

describe('the walk of every route as every role', () => {
  let world: World;
  let served: WalkedRoutes;
  const differences: string[] = [];
  let calls = 0;

  beforeAll(async () => {
    world = await openWorld();
    served = new WalkedRoutes(world);
  });
  afterAll(() => world?.close());

  async function ask(row: AccessRow, route: string, walker: Walker, object?: WalkedObject): Promise<void> {
    const [method, url] = addressOf(route, object);
    const body = method === 'GET' || method === 'DELETE' ? undefined : bodyOf(route, walker);
    const { status, headers, text } = await walker.browser.send(method, url, body);
    calls += 1;
    const wanted = expected(row, walker, object);
    const got = met(status, headers.location);
    if (wanted === got && !(status === 422 && wanted !== 'may')) return;
    const hint = status === 422 && wanted !== 'may' ? '（请求体未通过校验，请在 BODIES 里给一个能到达对象的）' : '';
    const whose = object?.owners.length ? ` of ${object.owners.join(', ')}` : '';
    differences.push(`${walker.name}: ${route}${whose} answered ${status}, the table says ${wanted}${hint} ${text.slice(0, 80)}`);
  }

  async function askAlike(route: string, walkers: Walker[]): Promise<void> {
    const [method, address] = route.split(' ') as [Method, string];
    const url = address.replace(/:\w+/, 'no-such-proof');
    const statuses = new Set<number>();
    for (const walker of walkers) statuses.add((await walker.browser.send(method, url, method === 'GET' ? undefined : {})).status);
    calls += walkers.length;
    if (statuses.size > 1 || [...statuses].some((status) => status < 400)) differences.push(`${route} without proof answered ${[...statuses].join(', ')}`);
  }

  async function walk(table: AccessTable, routes: string[], walkers: Walker[]): Promise<void> {
    for (const route of routes.filter((one) => !ENDS_SESSION.includes(one) && !one.startsWith('ANY '))) {
      const row = table[route];
      const address = route.split(' ')[1] as string;
      if (!row) continue;
      if (PROOF_IN_ADDRESS.includes(address)) {
        await askAlike(route, walkers);
        continue;
      }
      const named = address.includes(':') ? await served.objectsOf(address) : [undefined];
      for (const object of named) await Promise.all(walkers.map((walker) => ask(row, route, walker, object)));
    }
  }

  it.each(Object.keys(ACCESS) as ServerName[])('%s serves what stands in the table, and nothing else', (server) => {
    const routes = served.of(server);
    const rows = Object.keys(ACCESS[server]).filter((row) => !ONLY_BUILT.includes(row));
    expect({ withoutRow: routes.filter((route) => !(route in ACCESS[server])), withoutRoute: rows.filter((row) => !routes.includes(row)) }).toEqual({
      withoutRow: [],
      withoutRoute: [],
    });
  });

  it('notices an answer that is not what the table says', async () => {
    await ask(may('U'), 'GET /api/suggestions', world.walker('matchmaker'));
    await ask(may('M', 'F own'), 'GET /api/suggestions', world.walker('firm A'));
    expect(differences.splice(0)).toEqual([
      expect.stringContaining('matchmaker: GET /api/suggestions answered 200, the table says 403'),
      expect.stringContaining('firm A: GET /api/suggestions answered 403, the table says may'),
    ]);
    calls = 0;
  });

  it('answers as the table says, on every route, for every role, with own and with foreign objects', async () => {
    const inner = (server: 'publishing' | 'directory') => served.of(server).filter((route) => route.includes(' /api/'));
    await walk(ACCESS.publishing, inner('publishing'), world.walkers);
    await walk(ACCESS.directory, inner('directory'), world.walkers);
    await walk(ACCESS.portal, served.of('portal'), world.walkers);
    for (const route of ENDS_SESSION) {
      for (const walker of world.walkers) {
        await walker.browser.visit();
        await ask(ACCESS.portal[route] as AccessRow, route, walker);
      }
    }
    const routes = served.of('portal').length + inner('publishing').length + inner('directory').length;
    process.stdout.write(`access walk: ${world.walkers.length} roles × ${routes} routes = ${calls} calls, ${differences.length} differences\n`);
    expect(differences).toEqual([]);
  }, WALK_MS);

  it('serves nobody without a signature on the inner apps, and only health on the worker', async () => {
    for (const server of ['publishing', 'directory', 'worker'] as const) {
      for (const route of served.of(server)) {
        const row = ACCESS[server][route as never] as AccessRow;
        const [method, address] = route.split(' ') as [Method, string];
        const url = address.includes(':') ? address.replace(/:\w+/, (await served.objectsOf(address))[0]?.value ?? '') : address;
        const { statusCode } = await world.apps[server].inject({ method, url, payload: method === 'GET' ? undefined : {} });
        expect([server, route, statusCode < 500 || statusCode === 503, statusCode === 401]).toEqual([server, route, true, !row.who.includes('P')]);
      }
    }
  });
});
