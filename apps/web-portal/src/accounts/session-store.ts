import { createHash } from 'node:crypto';
import type { SessionShelf } from '@mantianxing/account';
import type { Clock } from '@mantianxing/platform';
import type { Session } from 'fastify';
import { ABSOLUTE_LIMIT, IDLE_LIMIT, PENDING_LIMIT } from './session-data';

type Done = (error?: unknown) => void;
type Found = (error: unknown, session?: Session | null) => void;

/** `@fastify/session`'s store on PostgreSQL. Rows are found by a digest of the session id, never by the id. */
export class SessionStore {
  constructor(
    private readonly shelf: SessionShelf,
    private readonly clock: Clock,
  ) {}

  get(sid: string, done: Found): void {
    this.shelf.find(digestOf(sid), this.clock.now()).then(
      (data) => done(null, (data as Session | undefined) ?? null),
      (error: unknown) => done(error),
    );
  }

  set(sid: string, session: Session, done: Done): void {
    const { accountId, pendingAccountId, signedInAt, renewedAt, address = '', agent = '' } = session;
    // Before sign-in there is nothing to keep; `regenerate` writes once without an account.
    const whose = accountId ?? pendingAccountId;
    if (!whose) return done();
    const shelved = {
      sidHash: digestOf(sid),
      accountId: whose,
      data: JSON.parse(JSON.stringify(session)) as object,
      expiresAt: new Date(this.endOf(session)),
      signedInAt: accountId && signedInAt ? new Date(signedInAt) : null,
      seenAt: accountId && renewedAt ? new Date(renewedAt) : null,
      address,
      agent,
    };
    // A request under way while its session is ended must not bring it back.
    const isRenewal = Boolean(accountId) && renewedAt !== signedInAt;
    (isRenewal ? this.shelf.renew(shelved) : this.shelf.put(shelved)).then(() => done(), done);
  }

  destroy(sid: string, done: Done): void {
    this.shelf.remove(digestOf(sid)).then(() => done(), done);
  }

  private endOf({ accountId, pendingSince, signedInAt }: Session): number {
    const now = this.clock.now().getTime();
    if (!accountId) return (pendingSince ?? now) + PENDING_LIMIT;
    return Math.min(now + IDLE_LIMIT, (signedInAt ?? now) + ABSOLUTE_LIMIT);
  }
}

/** What a session's row is found by. */
export const digestOf = (sid: string): Buffer => createHash('sha256').update(sid).digest();
