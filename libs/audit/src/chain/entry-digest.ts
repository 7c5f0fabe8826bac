import { createHash } from 'node:crypto';

/** What the first entry follows on. */
export const GENESIS = Buffer.alloc(32);

/**
 * Every column of an entry but its place and hash, as text that is the same on every machine: moments in UTC with
 * microseconds, JSON as PostgreSQL stores it. The order is part of the chain and is never changed.
 */
export const SEALED_COLUMNS = `array[id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), transaction_id::text,
  via, operation, coalesce(account_id::text, ''), to_jsonb(roles)::text, to_jsonb(organization_ids)::text, address, agent,
  request_id, event_id, action, subject_kind, subject_id, changes::text]`;

/** The hash of the entry at `position`: over the hash before it, its place and its content. */
export function digestOf(previous: Buffer, position: number, columns: readonly string[]): Buffer {
  return createHash('sha256').update(previous).update(JSON.stringify([position, ...columns])).digest();
}
