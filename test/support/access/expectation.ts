import { verdictOf, type AccessRow, type Grant } from '@mantianxing/contracts';
import type { WalkedObject } from './objects';
import type { Walker } from './world';

export type Expected = 'may' | 401 | 403 | 404;

/** What the table promises somebody for one object, or for none. */
export function expected(row: AccessRow, walker: Pick<Walker, 'name' | 'letters'>, object?: Pick<WalkedObject, 'owners'>): Expected {
  const verdict = verdictOf(row, walker.letters);
  if (verdict === 'sign-in') return 401;
  if (verdict === 'forbidden') return 403;
  if (verdict === 'not-found') return 404;
  if (!object || object.owners.length === 0) return 'may';
  if (reaches(row.who, walker, object)) return 'may';
  return row.sees && reaches(row.sees, walker, object) ? 403 : 404;
}

/** True where one of the grants covers this object: an office's everywhere, the others' their own. */
function reaches(grants: readonly Grant[], { name, letters }: Pick<Walker, 'name' | 'letters'>, { owners }: Pick<WalkedObject, 'owners'>): boolean {
  return grants.some((grant) => {
    if (grant === 'P') return true;
    if (grant === 'SIGNED_IN') return owners.includes(name);
    const [letter, scope] = grant.split(' ');
    return Boolean(letters?.has(letter as never)) && (scope === undefined || owners.includes(name));
  });
}

/** What an answer says about access: a redirect to sign in is the 401 of pages. */
export function met(status: number, location: unknown): Expected | number {
  if (status === 303 && String(location).startsWith('/sign-in?')) return 401;
  if (status === 401 || status === 403 || status === 404) return status;
  // The desks' page is not built where only the server is tested; it says so once one is let in.
  return status < 500 || status === 503 ? 'may' : status;
}
