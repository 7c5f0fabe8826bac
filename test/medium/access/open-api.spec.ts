import { ACCESS, may, type AccessRow } from '@mantianxing/contracts';
import { isPage } from '../../../apps/web-portal/src/open-api/portal-face';
import { WalkedRoutes } from '../../support/access/walked-routes';
import { openWorld, type ServerName, type World } from '../../support/access/world';
import type { OpenApi } from '../../support/documented-answers';
import { openApiFaults, takenBy, type GuardedRoute } from '../../support/open-api-guard';

/** In no document: files of the client, the board of queues, which is a program of others, and the document itself. */
const UNTOLD = /^GET \/(?:assets\/\*$|admin\/queues(?:\/|$)|api\/openapi\.json$|openapi\.json$)/;

describe('the OpenAPI document', () => {
  let world: World;
  let routes: Record<'portal' | 'publishing' | 'directory', GuardedRoute[]>;
  beforeAll(async () => {
    world = await openWorld();
    const served = new WalkedRoutes(world);
    const guarded = (server: ServerName): GuardedRoute[] => {
      const takes = takenBy(world.apps[server]);
      const isFront = server === 'portal';
      return served
        .of(server)
        .filter((route) => !UNTOLD.test(route) && !route.startsWith('ANY '))
        .map((route) => {
          const row = ACCESS[server][route as never] as AccessRow;
          return { route, row, takes: takes.get(route), isFront, isPage: isFront && isPage(route.split(' ')[1] ?? '') };
        });
    };
    routes = { portal: guarded('portal'), publishing: guarded('publishing'), directory: guarded('directory') };
  });
  afterAll(() => world?.close());

  const documentAt = async (server: 'portal' | 'publishing' | 'directory') =>
    (await world.apps[server].inject({ url: server === 'portal' ? '/api/openapi.json' : '/openapi.json' })).json<OpenApi>();

  it('finds the handler behind every route, so that what it takes is known', () => {
    const all = Object.values(routes).flat();
    expect(all.length).toBeGreaterThan(120);
    expect(all.filter(({ takes }) => !takes).map(({ route }) => route)).toEqual([]);
  });

  it.each(['publishing', 'directory'] as const)('of %s tells of each of its routes what it takes and answers, and of no other', async (server) => {
    expect(openApiFaults(routes[server], await documentAt(server))).toEqual([]);
  });

  it('of the portal tells of its own and of those it passes on, as one', async () => {
    const behind = [...routes.publishing, ...routes.directory].filter(({ route }) => route.includes(' /api/'));
    const all = [...routes.portal, ...behind.map((route) => ({ ...route, isFront: true }))];
    expect(openApiFaults(all, await documentAt('portal'))).toEqual([]);
    process.stdout.write(`open api: ${all.length} routes, each with what it takes and answers\n`);
  });
});

describe('the guard of the OpenAPI document', () => {
  const answers = (...statuses: number[]) => Object.fromEntries(statuses.map((status) => [status, {}]));
  const route: GuardedRoute = { route: 'PUT /api/x/:id', row: may('M'), takes: { body: true, query: false }, isPage: false, isFront: true };
  const operation = {
    parameters: [{ name: 'id', in: 'path' as const, schema: {} }],
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Change' } } } },
    responses: answers(200, 400, 401, 403, 404, 409, 413, 414, 415, 422, 429, 431, 503),
  };
  const schemas = { Change: { properties: { version: {} } } };
  const faults = (changed: object, routes: GuardedRoute[] = [route]) =>
    openApiFaults(routes, { paths: { '/api/x/{id}': { put: { ...operation, ...changed } } }, components: { schemas } });

  it('lets pass what tells everything', () => expect(faults({})).toEqual([]));

  it.each([200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503])('misses a %d that is not told', (status) => {
    const { [status]: _left, ...responses } = operation.responses;
    expect(faults({ responses })).toEqual([status === 200 ? 'PUT /api/x/:id documents no success' : `PUT /api/x/:id can answer ${status}, which is not documented`]);
  });

  it('misses a body, a query and a parameter', () => {
    expect(faults({ requestBody: undefined })).toEqual(['PUT /api/x/:id takes a body of which no field is documented']);
    expect(faults({ requestBody: { content: { 'application/json': { schema: {} } } } })[0]).toBe('PUT /api/x/:id takes a body of which no field is documented');
    expect(faults({}, [{ ...route, takes: { body: true, query: true } }])).toEqual(['PUT /api/x/:id takes a query that is not documented']);
    expect(faults({}, [{ ...route, takes: { body: false, query: false } }])).toEqual(['PUT /api/x/:id documents a body that nobody reads']);
    expect(faults({ parameters: [] })).toEqual(['PUT /api/x/:id does not document what id is']);
  });

  it('misses a route, and names one that does not exist', () => {
    expect(faults({}, [route, { ...route, route: 'GET /api/y' }])).toEqual(['GET /api/y is not documented']);
    expect(faults({}, [])).toEqual(['PUT /api/x/{id} is documented and does not exist']);
  });
});
