/** An answer as it came, and what the rules below have to know of the request. */
export interface SeenAnswer {
  method: string;
  url: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Whoever asked has a session. */
  signedIn: boolean;
  /** One of the two apps behind the portal, or the worker: reached over the inner network only. */
  inner?: boolean;
  /** People reach the portal over https. */
  https?: boolean;
}

interface HeaderRow {
  header: string;
  /** What a person reads when it does not hold. */
  must: string;
  holds: (value: string | undefined, answer: SeenAnswer) => boolean;
}

const is = (...values: string[]) => (value: string | undefined) => value !== undefined && values.includes(value);
const absent = (value: string | undefined) => value === undefined;
const pathOf = ({ url }: SeenAnswer): string => url.split('?', 1)[0] ?? '';

/** Vite writes a hash of the content into each name. */
const HASHED = /^\/assets\/[\w.-]+-[\w-]{8,}\.(?:js|css|svg|woff2?|png)$/;
const PAGE = /^\/(?!api(?:\/|$)|health(?:\/|$)|assets(?:\/|$)|openapi\.json$)/;
/** Their address is itself the proof of whoever opens it. */
const SECRET_PAGE = /^\/(?:answer|reset|join)\/./;
const DESK = /^\/(?:inbox|me|members|desk|dept|firm|office|admin)(?:\/|$)/;
/** bull-board's page names its own base. */
const BOARD = /^\/admin\/queues(?:\/|$)/;
const YEAR_S = 31_536_000;

/**
 * What every answer of every server carries, errors included. A row may look at who asked for what; nothing but this table
 * says what is right.
 */
export const HEADER_TABLE: readonly HeaderRow[] = [
  { header: 'content-security-policy', must: "default-src 'none'", holds: (value) => sources(value, 'default-src') === "'none'" },
  { header: 'content-security-policy', must: 'scripts of our own files only', holds: (value) => is("'self'", "'none'")(sources(value, 'script-src')) },
  { header: 'content-security-policy', must: 'no script in attributes', holds: (value) => is("'none'", "'self'")(sources(value, 'script-src-attr', 'script-src')) },
  { header: 'content-security-policy', must: 'styles of our own files; of a desk also by nonce', holds: stylesHold },
  { header: 'content-security-policy', must: "object-src 'none'", holds: (value) => sources(value, 'object-src') === "'none'" },
  { header: 'content-security-policy', must: "base-uri 'none', of the board of queues 'self'", holds: baseHolds },
  { header: 'content-security-policy', must: "frame-ancestors 'none'", holds: (value) => directives(value).get('frame-ancestors') === "'none'" },
  { header: 'content-security-policy', must: 'forms to ourselves or nowhere', holds: (value) => is("'self'", "'none'")(directives(value).get('form-action')) },
  { header: 'content-security-policy', must: 'nothing unsafe, no foreign host', holds: (value) => !/unsafe|\*|https?:|blob:|\/\//.test(value ?? '') },
  { header: 'content-security-policy', must: 'an upgrade of http where people come over https', holds: (value, { https }) => !https || directives(value).has('upgrade-insecure-requests') },
  { header: 'x-content-type-options', must: 'nosniff', holds: is('nosniff') },
  { header: 'x-frame-options', must: 'DENY', holds: is('DENY') },
  { header: 'referrer-policy', must: 'no-referrer where the address is a proof, else at most same-origin', holds: referrerHolds },
  { header: 'cross-origin-opener-policy', must: 'same-origin', holds: is('same-origin') },
  { header: 'cross-origin-resource-policy', must: 'same-origin', holds: is('same-origin') },
  { header: 'permissions-policy', must: 'no camera, place, microphone, payment, usb', holds: permissionsHold },
  { header: 'strict-transport-security', must: 'a year over https, nothing over http', holds: transportHolds },
  { header: 'cache-control', must: 'no-store, but for files and public pages of strangers', holds: cacheHolds },
  { header: 'set-cookie', must: 'ours HttpOnly, SameSite, for the whole site; Secure and __Host- over https', holds: cookiesHold },
  { header: 'access-control-allow-origin', must: 'absent: no other site may read', holds: absent },
  { header: 'server', must: 'absent', holds: absent },
  { header: 'x-powered-by', must: 'absent', holds: absent },
];

/** The rows an answer breaks, in words; none where all hold. */
export function headerFaults(answer: SeenAnswer): string[] {
  return HEADER_TABLE.flatMap(({ header, must, holds }) => {
    const value = answer.headers[header];
    const text = Array.isArray(value) ? value.join('\n') : value;
    if (holds(text, answer)) return [];
    return [`${answer.method} ${pathOf(answer)} (${answer.status}${answer.signedIn ? ', signed in' : ''}): ${header} must be ${must}, is ${text ?? 'absent'}`];
  });
}

function directives(policy = ''): Map<string, string> {
  return new Map(policy.split(';').map((part) => part.trim().split(/ (.*)/s)).map(([name = '', values = '']) => [name, values.trim()]));
}

/** What a fetch directive allows; where it is left out, what it falls back on. */
function sources(policy: string | undefined, ...names: string[]): string | undefined {
  const given = directives(policy);
  return [...names, 'default-src'].map((name) => given.get(name)).find((value) => value !== undefined);
}

function baseHolds(policy: string | undefined, answer: SeenAnswer): boolean {
  const base = directives(policy).get('base-uri');
  return base === "'none'" || (base === "'self'" && BOARD.test(pathOf(answer)) && !answer.inner);
}

function stylesHold(policy: string | undefined, answer: SeenAnswer): boolean {
  const allowed = sources(policy, 'style-src') ?? '';
  const isDesk = DESK.test(pathOf(answer)) && answer.status === 200;
  return is("'self'", "'none'")(allowed) || (isDesk && /^'self' 'nonce-[\w+/-]{22,}={0,2}'$/.test(allowed));
}

function referrerHolds(value: string | undefined, answer: SeenAnswer): boolean {
  return SECRET_PAGE.test(pathOf(answer)) ? value === 'no-referrer' : is('same-origin', 'no-referrer')(value);
}

function permissionsHold(value = ''): boolean {
  const parts = value.split(',').map((part) => part.trim());
  return ['camera', 'geolocation', 'microphone', 'payment', 'usb'].every((name) => parts.includes(`${name}=()`));
}

function transportHolds(value: string | undefined, { https, inner }: SeenAnswer): boolean {
  if (!https || inner) return value === undefined;
  return Number(/^max-age=(\d+); includeSubDomains$/.exec(value ?? '')?.[1] ?? 0) >= YEAR_S;
}

function cacheHolds(value: string | undefined, answer: SeenAnswer): boolean {
  const { method, status, signedIn } = answer;
  const path = pathOf(answer);
  const isRead = (method === 'GET' || method === 'HEAD') && (status === 200 || status === 304);
  if (isRead && HASHED.test(path)) return value === `public, max-age=${YEAR_S}, immutable`;
  if (isRead && path === '/assets/portal.css') return is('no-cache', `public, max-age=${YEAR_S}, immutable`)(value);
  if (isRead && path === '/assets/logo.svg') return value === 'public, max-age=86400';
  const isPublicPage = isRead && !signedIn && PAGE.test(path) && !SECRET_PAGE.test(path) && !answer.inner;
  return value === 'no-store' || (isPublicPage && value === 'private, no-cache');
}

/** Size and theme are no secret: the client's script reads them. */
function cookiesHold(value: string | undefined, { https }: SeenAnswer): boolean {
  return (value?.split('\n') ?? []).every((line) => {
    const [name = ''] = line.split('=', 1);
    const given = line.toLowerCase().split(';').map((part) => part.trim());
    const has = (attribute: string) => given.includes(attribute);
    if (!has('path=/') || !(has('samesite=lax') || has('samesite=strict'))) return false;
    if (https && !has('secure')) return false;
    return name === 'size' || name === 'theme' || (has('httponly') && (!https || name.startsWith('__Host-')));
  });
}
