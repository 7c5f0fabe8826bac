import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import rateLimit from '@fastify/rate-limit';
import session from '@fastify/session';
import { AuditTrail } from '@mantianxing/audit';
import { DomainError, DIRECTORY_ACCESS, PORTAL_ACCESS, PUBLISHING_ACCESS } from '@mantianxing/contracts';
import { FactorStanding, FindActor, SessionShelf } from '@mantianxing/account';
import { Clock, createHttpApp, enforceAccess, openApiOf, type Env } from '@mantianxing/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { noteRefusals } from './audit/note-refusals';
import { ownerOf, requireCsrfToken } from './accounts/csrf';
import { IDLE_LIMIT, RENEW_EVERY } from './accounts/session-data';
import { SessionStore } from './accounts/session-store';
import { requireSecondFactor } from './accounts/second-factor';
import { serveClientFiles } from './client-pages/client-files';
import { OpenApiDocument } from './open-api/open-api-document';
import { PORTAL_FACE } from './open-api/portal-face';
import { ProblemPageFilter } from './public/problem-page.filter';
import { isSecretPage, SECRET_HEADERS, securityHeaders } from './security-headers';

/** Requests a minute: for one signed-in account, or for one address that is not signed in. */
const REQUESTS_A_MINUTE = 1200;

/** The portal, not yet listening: sessions, CSRF, headers, limits, pages for errors. */
export async function createPortal(module: object, env: Env): Promise<NestFastifyApplication> {
  const secure = env.PUBLIC_URL.startsWith('https:');
  const app = await createHttpApp(module, env, {
    via: 'portal',
    behind: [...Object.keys(PUBLISHING_ACCESS), ...Object.keys(DIRECTORY_ACCESS)].filter((route) => route.includes(' /api/')),
    headers: securityHeaders(secure),
    unreadable: (error, request, reply) => app.get(ProblemPageFilter).answer(error, request, reply),
  });
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  instance.addHook('onRequest', async ({ url }, reply) => void (isSecretPage(url) && reply.headers(SECRET_HEADERS)));
  await registerSessions(app, instance, env, secure);
  await app.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (request) => request.session.accountId ?? request.ip,
    allowList: (request) => request.url.startsWith('/health/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new DomainError('RATE_LIMITED', 429, `操作过于频繁，请${Math.ceil(ttl / 1000)}秒后再试。`),
  });
  const findActor = app.get(FindActor, { strict: false });
  enforceAccess(instance, {
    table: PORTAL_ACCESS,
    name: 'PORTAL_ACCESS',
    actorOf: async ({ session }) => (session.accountId ? findActor.execute(session.accountId) : undefined),
  });
  requireSecondFactor(instance, app.get(FactorStanding, { strict: false }));
  requireCsrfToken(instance);
  noteRefusals(instance, app.get(AuditTrail, { strict: false }));
  await serveClientFiles(app);
  app.useGlobalFilters(app.get(ProblemPageFilter));
  app.get(OpenApiDocument).own = openApiOf(app, PORTAL_FACE);
  return app;
}

async function registerSessions(
  app: NestFastifyApplication,
  instance: FastifyInstance,
  env: Env,
  secure: boolean,
): Promise<void> {
  const clock = app.get(Clock);
  // The prefix makes browsers refuse a cookie of that name from a neighbouring host or over http.
  const prefix = secure ? '__Host-' : '';
  const always = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  // Also for taking a cookie back: browsers ignore a __Host- cookie that does not say Secure.
  await app.register(cookie, { secret: env.SESSION_SECRET, parseOptions: always });
  await app.register(session, {
    secret: env.SESSION_SECRET,
    cookieName: `${prefix}mtx_session`,
    cookie: { ...always, maxAge: IDLE_LIMIT },
    store: new SessionStore(app.get(SessionShelf), clock),
    saveUninitialized: false,
    rolling: false,
  });
  // Renewing changes the session, which writes it and sends the cookie again: rolling, without a write per request.
  instance.addHook('onRequest', async (request) => {
    const { accountId, renewedAt } = request.session;
    const now = clock.now().getTime();
    if (accountId && now - (renewedAt ?? 0) > RENEW_EVERY) request.session.renewedAt = now;
  });
  await app.register(csrf, {
    sessionPlugin: '@fastify/cookie',
    cookieKey: `${prefix}mtx_csrf`,
    cookieOpts: { ...always, signed: true },
    csrfOpts: { hmacKey: env.SESSION_SECRET, userInfo: true },
    getUserInfo: ownerOf,
  });
}
