import { createHash } from 'node:crypto';
import type { SessionShelf } from '@mantianxing/account';
import type { Clock } from '@mantianxing/platform';
import type { Session } from 'fastify';
import { IDLE_LIMIT } from './session-data';

type Done = (error?: unknown) => void;
type Found = (error: unknown, session?: Session | null) => void;

/** `@fastify/session`'s store on PostgreSQL. Rows are found by a digest of the session id, never by the id. */
export class SessionStore {
  constructor(
    private readonly shelf: SessionShelf,
    private readonly clock: Clock,
  ) {}

  get(sid: string, done: Found): void {
    this.shelf.find(digest(sid), this.clock.now()).then(
      (data) => done(null, (data as Session | undefined) ?? null),
      (error: unknown) => done(error),
    );
  }

  set(sid: string, session: Session, done: Done): void {
    // Before sign-in there is nothing to keep; `regenerate` writes once without an account.
    if (!session.accountId) return done();
    const data = JSON.parse(JSON.stringify(session)) as object;
    const expiresAt = new Date(this.clock.now().getTime() + IDLE_LIMIT);
    this.shelf.put({ sidHash: digest(sid), accountId: session.accountId, data, expiresAt }).then(() => done(), done);
  }

  destroy(sid: string, done: Done): void {
    this.shelf.remove(digest(sid)).then(() => done(), done);
  }
}

const digest = (sid: string): Buffer => createHash('sha256').update(sid).digest();
