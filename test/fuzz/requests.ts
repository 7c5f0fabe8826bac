import type { Seeded } from '../faults/seeded';
import type { DocumentedOperation } from '../support/documented-answers';
import type { Person } from './people';
import { NASTY, type Known } from './values';
import type { Sent } from './wire';

export interface Documented {
  path: string;
  method: string;
  operation: DocumentedOperation;
}

export interface Drawn extends Sent {
  /** The operation meant: `POST /api/scenarios/{id}/submit`. */
  route: string;
  withSession: boolean;
  curl: string;
}

/** Share of requests that follow the document, and of those that break it in one place; the rest break HTTP or JSON. */
const RIGHT = 0.5;
const BENT = 0.3;
const FORM = 'application/x-www-form-urlencoded';

/** One request for an operation: right, bent in one place, or broken. */
export function drawRequest(documented: Documented, person: Person, known: Known, chance: Seeded): Drawn {
  const { path, method, operation } = documented;
  const mood = chance.next();
  const id = path.includes('{') ? known.id(path, chance, /\{(\w+)\}/.exec(path)?.[1]) : undefined;
  const isBent = mood >= RIGHT && mood < RIGHT + BENT;
  const drawn: Sent = {
    method,
    path: `${pathOf(path, id, known, chance, isBent && chance.chance(0.4))}${queryOf(operation, known, chance, path, isBent && chance.chance(0.5))}`,
    headers: person.headers(),
    ...bodyOf(documented, known, chance, id, isBent),
  };
  if (drawn.body !== undefined && !drawn.headers['content-type']) drawn.headers['content-type'] = path.startsWith('/api') ? 'application/json' : FORM;
  if (mood >= RIGHT + BENT) breakIt(drawn, chance);
  const withSession = drawn.headers.cookie !== undefined && drawn.headers['x-csrf-token'] !== 'x';
  return { ...drawn, route: `${method} ${path}`, withSession, curl: curlOf(drawn) };
}

function pathOf(path: string, id: string | undefined, known: Known, chance: Seeded, isBent: boolean): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (isBent) return encode(known.text(chance).slice(0, 3000));
    return /id$/i.test(name) ? (id as string) : encodeURIComponent(chance.pick(['烟感', 'review', '停车', 'x']));
  });
}

function queryOf(operation: DocumentedOperation, known: Known, chance: Seeded, path: string, isBent: boolean): string {
  const pairs = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query' && (parameter.required || chance.chance(0.5)))
    .map(({ name, schema }) => [name, String(isBent ? known.text(chance) : known.right(schema ?? {}, chance, { path, name }))] as const);
  const more = isBent && chance.chance(0.4) ? [[chance.pick(['x', '__proto__', 'page', 'q', 'a[b]', 'constructor']), chance.pick(NASTY)] as const] : [];
  const text = [...pairs, ...more].map(([name, value]) => `${encode(name)}=${encode(value.slice(0, 3000))}`).join('&');
  return text ? `?${text}` : '';
}

/** A field as text; an object may have lost its way to become one. */
const written = (value: unknown): string => (typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value));

function bodyOf({ path, operation }: Documented, known: Known, chance: Seeded, id: string | undefined, isBent: boolean): { body?: string } {
  const content = operation.requestBody?.content ?? {};
  const schema = (content['application/json'] ?? content[FORM])?.schema;
  if (!schema) return {};
  const right = known.right(schema, chance, { path, id });
  const value = isBent ? bent(right, known, chance) : right;
  if (!content[FORM]) return { body: JSON.stringify(value) ?? 'null' };
  const fields = Object.entries((value as Record<string, unknown>) ?? {}).map(([name, field]) => [name, written(field)] as [string, string]);
  // The token in the header lets it past; the field would be the page's own.
  return { body: new URLSearchParams(fields.filter(([name]) => name !== '_csrf')).toString() };
}

/** The value with one place of it replaced, taken away or added to. */
function bent(value: unknown, known: Known, chance: Seeded): unknown {
  if (typeof value !== 'object' || value === null || chance.chance(0.15)) return known.wrong(chance);
  const keys = Object.keys(value);
  if (keys.length === 0 || chance.chance(0.2)) return Array.isArray(value) ? [...value, known.wrong(chance)] : { ...value, [chance.pick(['x', 'id', 'status', 'constructor', 'organizationId'])]: known.wrong(chance) };
  const key = chance.pick(keys) as keyof typeof value;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  if (chance.chance(0.2)) delete copy[key];
  else copy[key] = bent(value[key], known, chance);
  return copy;
}

const DEEP = `${'['.repeat(5000)}${']'.repeat(5000)}`;
const BREAKS: ((sent: Sent, chance: Seeded) => void)[] = [
  (sent) => void (sent.body = `${String(sent.body ?? '{').slice(0, -1)}`),
  (sent) => void (sent.body = '{"__proto__":{"admin":true},"version":1}'),
  (sent) => void (sent.body = '{"constructor":{"prototype":{"admin":true}}}'),
  (sent) => void (sent.body = DEEP),
  (sent) => void (sent.body = `{"version":${'9'.repeat(5000)}}`),
  (sent) => void (sent.body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  (sent) => void (sent.body = `{"a":"${'x'.repeat(300_000)}"}`),
  (sent) => void (sent.body = `[${'1,'.repeat(30_000)}1]`),
  (sent) => void (sent.body = ''),
  (sent, chance) => void (sent.headers['content-type'] = chance.pick(['text/plain', 'application/xml', FORM, 'multipart/form-data; boundary=x', 'application/json; charset=gbk', 'x', ''])),
  (sent, chance) => void (sent.headers['x-csrf-token'] = chance.pick(['x', 'x'.repeat(3000)])),
  (sent) => void delete sent.headers.cookie,
  (sent) => void (sent.headers.cookie = 'mtx_session=%00; mtx_csrf=; size=%ff; theme=";'),
  (sent, chance) => void (sent.headers['x-mantianxing-actor'] = chance.pick(['x', 'eyJhbGciOiJub25lIn0.e30.'])),
  (sent) => void (sent.headers['x-long'] = 'y'.repeat(17_000)),
  (sent, chance) => void (sent.headers.accept = chance.pick(['text/csv', 'x', '*/*;q=9'])),
  (sent, chance) => void (sent.method = chance.pick(['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'TRACE', 'QUERY', 'POST', 'GET'])),
  (sent, chance) => void (sent.path += chance.pick(['/', '/..', '/%2e%2e/', '%', '%ff', '?%', '#x', ';a=b', '//', '/%00', '?page=1&page=2', `?q=${'a'.repeat(5000)}`])),
];

function breakIt(sent: Sent, chance: Seeded): void {
  chance.pick(BREAKS)(sent, chance);
  if (sent.body !== undefined) sent.headers['content-type'] ??= 'application/json';
}

/** As a browser writes it; halves of characters become bytes that are no UTF-8. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}

function curlOf({ method, path, headers, body }: Sent): string {
  const type = headers['content-type'] ? ` -H 'content-type: ${headers['content-type']}'` : '';
  const sent = body === undefined ? '' : ` -d '${String(body).slice(0, 600)}${String(body).length > 600 ? '…' : ''}'`;
  return `${method} ${path.slice(0, 300)}${type}${sent}`;
}
