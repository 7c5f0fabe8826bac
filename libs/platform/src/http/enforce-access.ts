import { DomainError, lettersOf, rowOf, verdictOf, type AccessTable, type Actor } from '@mantianxing/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actingIs } from '../acting';

export interface AccessRules {
  table: AccessTable;
  /** Name of the table, for the message when a route is missing from it. */
  name: string;
  /** Who asks; asked anew for each request, never for files and health. */
  actorOf?: (request: FastifyRequest) => Promise<Actor | undefined>;
}

const REFUSAL = {
  'sign-in': () => new DomainError('SIGN_IN_REQUIRED', 401, '登录已过期，请重新登录后继续。'),
  forbidden: () => new DomainError('FORBIDDEN', 403, '您暂无此页权限，如需开通请联系管理员。'),
  'not-found': () => new DomainError('NOT_FOUND', 404, '没有找到，可能已撤回或地址有误。'),
};

/** Routes as the server registered them: `GET /api/scenarios/:id`; `ANY` for one that takes every method. */
export const registeredRoutes = new WeakMap<FastifyInstance, Set<string>>();

/**
 * Default deny: every route of the server has a row in the table, or it does not start. Must be called before routes are
 * registered, and after the plugins that tell who asks.
 */
export function enforceAccess(instance: FastifyInstance, { table, name, actorOf }: AccessRules): void {
  const routes = new Set<string>();
  registeredRoutes.set(instance, routes);
  instance.addHook('onRoute', ({ method, url }) => {
    const methods = [method].flat();
    for (const one of methods.length > 5 ? ['ANY'] : methods) if (one !== 'HEAD') routes.add(`${one} ${url}`);
  });
  instance.addHook('onReady', async () => {
    const open = [...routes].filter((route) => !(route in table));
    if (open.length === 0) return;
    throw new Error(`这些路由没有写明谁可访问，请在 libs/contracts/src/access/access.ts 的 ${name} 中各加一行：${open.join('、')}`);
  });
  // Before the body is read: who may not is not listened to.
  instance.addHook('preParsing', async (request: FastifyRequest & { actor?: Actor }) => {
    const { url } = request.routeOptions;
    if (url === undefined) return;
    const row = rowOf(table, request.method, url);
    if (!row) throw REFUSAL['not-found']();
    if (row.alike) return;
    request.actor = await actorOf?.(request);
    actingIs(request.actor);
    const verdict = verdictOf(row, request.actor && lettersOf(request.actor));
    if (verdict !== 'pass') throw REFUSAL[verdict]();
  });
}
