import 'fastify';

/** What a session remembers. No row is written for visitors who are not signed in. */
declare module 'fastify' {
  interface Session {
    accountId?: string;
    /** Moment of the last renewal, in milliseconds. */
    renewedAt?: number;
  }
}

/** A session ends after this long without a request, in milliseconds. */
export const IDLE_LIMIT = 12 * 3_600_000;
/** Renewed at most this often, so that reading costs no write per request. */
export const RENEW_EVERY = 10 * 60_000;
