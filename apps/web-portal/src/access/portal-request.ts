import type { Actor } from '@mantianxing/contracts';
import type { FastifyRequest } from 'fastify';

/** A request of which it is known who asks: `enforceAccess` has put the actor there. */
export type PortalRequest = FastifyRequest & { actor?: Actor };
