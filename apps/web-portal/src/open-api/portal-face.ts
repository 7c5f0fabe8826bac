import { PRODUCT_NAME } from '@mantianxing/contracts';
import type { OpenApiFace } from '@mantianxing/platform';

/** Requests of people, as opposed to programs: everything outside /api, /health and the files. */
export const isPage = (url: string): boolean => !/^\/(?:api|health|assets)(?:\/|\?|$)/.test(url);

/** A browser shows its session cookie, and with each write the token its page or `GET /api/session` was given. */
export const PORTAL_FACE: OpenApiFace = {
  title: PRODUCT_NAME,
  schemes: {
    session: { type: 'apiKey', in: 'cookie', name: 'mtx_session', description: 'https下名为__Host-mtx_session' },
    csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token', description: '取自GET /api/session的csrfToken，连同它写下的cookie' },
  },
  reading: ['session'],
  writing: ['csrf'],
  // A second factor that is missing, the limit of requests, and a database or an app behind the portal that is away.
  always: [403, 429, 503],
  whenWriting: [403],
  isPage,
};
