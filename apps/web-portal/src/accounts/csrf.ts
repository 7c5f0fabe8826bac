import { DomainError } from '@mantianxing/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** The field of every form in which its page sends the token back. */
export const WITH_TOKEN = { _csrf: z.string().min(1) };

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Changes nothing but the visitor's own display cookie, and public pages carry no token. */
const WITHOUT_TOKEN = new Set(['/display']);
/** The address itself is a secret nobody else can know, and mail programs often keep no cookies. */
const SECRET_ADDRESS = '/answer/';

/** The token the page or the client sends back with each write; belongs to the browser and the account. */
export function csrfTokenFor(request: FastifyRequest, reply: FastifyReply): string {
  return reply.generateCsrf({ userInfo: ownerOf(request) });
}

export const ownerOf = (request: FastifyRequest): string => request.session.accountId ?? 'anonymous';

/** Refuses every write without a valid token, on all routes, before any handler. */
export function requireCsrfToken(instance: FastifyInstance): void {
  instance.addHook('preHandler', (request, reply, done) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (READING.has(request.method) || WITHOUT_TOKEN.has(path) || path.startsWith(SECRET_ADDRESS)) return done();
    // The plugin would answer by itself, in English and without the house's problem form.
    const refusing = Object.create(reply, {
      send: { value: () => done(new DomainError('CSRF', 403, '页面已过期，请刷新后重试。')) },
    }) as FastifyReply;
    instance.csrfProtection(request, refusing, done);
  });
}
