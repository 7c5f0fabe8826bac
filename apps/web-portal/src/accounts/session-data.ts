import 'fastify';

/** What a session remembers. No row is written for visitors who have not shown a right password. */
declare module 'fastify' {
  interface Session {
    accountId?: string;
    /** Moments in milliseconds: of signing in, and of the last renewal. */
    signedInAt?: number;
    renewedAt?: number;
    /** The password was right, the code of the second factor is due. */
    pendingAccountId?: string;
    pendingSince?: number;
    /** Where from and with what, for the person's own list. */
    address?: string;
    agent?: string;
  }
}

/** A session ends after this long without a request, in milliseconds. */
export const IDLE_LIMIT = 12 * 3_600_000;
/** And this long after signing in, whatever happened since. */
export const ABSOLUTE_LIMIT = 7 * 24 * 3_600_000;
/** Between the two steps of signing in. */
export const PENDING_LIMIT = 10 * 60_000;
/** Renewed at most this often, so that reading costs no write per request. */
export const RENEW_EVERY = 10 * 60_000;
