import { lettersOf, type Actor } from '@mantianxing/contracts';

/** The desk a person starts at, by what they do most. */
export function homeOf(actor: Actor): string {
  const letters = lettersOf(actor);
  if (letters.has('M') || letters.has('C')) return '/desk';
  if (letters.has('D')) return '/dept';
  if (letters.has('F')) return '/firm';
  if (letters.has('U')) return '/office/audit';
  return '/inbox';
}

/** `next` when it is a path of this site, else undefined: no other site may receive a person who signed in. */
export function localPath(next: unknown): string | undefined {
  if (typeof next !== 'string' || !/^\/[^/\\]/.test(`${next}.`) || /[\\\p{Cc}]/u.test(next)) return undefined;
  const here = 'http://portal.invalid';
  const url = URL.canParse(next, here) ? new URL(next, here) : undefined;
  return url?.origin === here ? `${url.pathname}${url.search}${url.hash}` : undefined;
}
