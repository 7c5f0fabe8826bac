import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actAs, type Acting } from './acting';

const STORE = Symbol('acting');
type Carrying = FastifyRequest & { [STORE]?: Acting };

/** Every request of an app runs under its own `Acting`, from its first hook to its answer. */
export function carryActing(instance: FastifyInstance, via: string): void {
  instance.addHook('onRequest', (request: Carrying, _reply, done) => {
    const store: Acting = {
      via,
      operation: `${request.method} ${request.routeOptions.url ?? request.url.split('?', 1)[0]}`,
      address: request.ip,
      agent: request.headers['user-agent']?.slice(0, 200),
      requestId: request.id,
    };
    request[STORE] = store;
    actAs(store, done);
  });
  // A body arrives in events of the socket, outside the request's own thread of calls: take it up again.
  instance.addHook('preValidation', (request: Carrying, _reply, done) => {
    const store = request[STORE];
    if (store) actAs(store, done);
    else done();
  });
}

/** On whose behalf this request runs, for hooks that come after the answer. */
export const actingOf = (request: FastifyRequest): Acting | undefined => (request as Carrying)[STORE];
