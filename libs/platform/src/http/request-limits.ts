import { DomainError, type ProblemCode } from '@mantianxing/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AnswerHeaders } from './answer-headers';

/** No request body is larger than this, in bytes: the longest entry the contracts allow is a third of it. */
export const BODY_LIMIT = 262_144;
/** Characters of path and query together; the longest address we write ourselves has 600. */
export const ADDRESS_LIMIT = 4096;
/** Bytes of all headers together (431 above), and milliseconds in which a request must have come in whole. */
export const HEADER_LIMIT = 16_384;
export const REQUEST_TIME = 30_000;
/** How deep and how wide JSON may be; no contract nests deeper than six. */
const MOST_DEPTH = 16;
const MOST_VALUES = 20_000;

const refused = (message = '请求格式不正确，请检查后重试。') => new DomainError('BAD_REQUEST', 400, message);

const NUL = '\0';
const UNREADABLE = '提交的内容含有无法识别的字符，请删去后重试。';

/** Programs speak JSON to the API; forms of pages do not reach it. */
const isApi = (url: string): boolean => /^\/api(?:\/|\?|$)/.test(url);

/**
 * What every app refuses before a route is reached: addresses too long, methods an address does not know, bodies that are
 * not JSON, unreadable text. `behind`: routes of the apps it passes on to, as `GET /api/x/:id`.
 */
export function limitRequests(app: NestFastifyApplication, behind: readonly string[] = []): void {
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const known = new Map<string, Known>();
  const note = (url: string, methods: string[]) => {
    const route = known.get(url) ?? { shape: shapeOf(url), isNamed: !/[:*]/.test(url), methods: new Set<string>() };
    for (const one of methods) route.methods.add(one);
    known.set(url, route);
  };
  for (const [method = '', url = ''] of behind.map((route) => route.split(' '))) note(url, method === 'GET' ? ['GET', 'HEAD'] : [method]);
  instance.addHook('onRoute', ({ url, method }) => {
    if (!isForAll(method)) note(url, [method].flat());
  });
  // After the hooks that give an answer its headers, before the body is read.
  instance.addHook('preParsing', async (request, reply) => {
    if (request.url.length > ADDRESS_LIMIT) throw new DomainError('ADDRESS_TOO_LONG', 414, '网址过长，请缩短后重试。');
    if (request.is404 || isForAll(request.routeOptions.method)) refuseMethod(request, reply, [...known.values()]);
    if (isApi(request.url) && hasBody(request) && !isJson(request)) {
      throw new DomainError('UNSUPPORTED_TYPE', 415, '不支持这种内容类型，请以JSON提交。');
    }
  });
  // JSON is read below; a form of a page comes ready.
  instance.addHook('preValidation', async (request) => {
    for (const given of [request.params, request.query, isForm(request) ? request.body : undefined]) stripNul(given);
  });
  const parse = instance.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, (request, body, done) => {
    const text = readUtf8(body);
    if (text === undefined) return done(refused('请求内容不是有效的UTF-8文字，请检查后重试。'), undefined);
    void parse(request as unknown as FastifyRequest, text, (error, value) => {
      if (error) return done(refused(), undefined);
      const fault = faultOf(value);
      return fault ? done(refused(fault), undefined) : done(null, value);
    });
  });
}

/** The methods of an address; `isNamed` where it has no parameters. */
interface Known {
  shape: RegExp;
  isNamed: boolean;
  methods: Set<string>;
}

/** A route for every method there is passes on, and says nothing about what is known behind it. */
const isForAll = (method: string | string[] | undefined): boolean => [method].flat().includes('TRACE');

/** 405 with the methods that the address does know, where it knows any. */
function refuseMethod(request: FastifyRequest, reply: FastifyReply, routes: Known[]): void {
  const path = request.url.split('?', 1)[0] ?? '';
  const matching = routes.filter(({ shape }) => shape.test(path));
  // `/api/scenarios/check` is that address, not the entry of id `check`.
  const named = matching.filter(({ isNamed }) => isNamed);
  const methods = new Set((named.length > 0 ? named : matching).flatMap((route) => [...route.methods]));
  if (methods.size === 0 || methods.has(request.method)) return;
  void reply.header('allow', [...methods].sort().join(', '));
  throw new DomainError('METHOD_NOT_ALLOWED', 405, '此地址不支持这种操作。');
}

/** `/api/x/:id` as an expression, as the router reads it: an id may be empty. A route for everything says nothing about methods. */
function shapeOf(url: string): RegExp {
  if (url === '*' || url === '/*') return /(?!)/;
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:\w+|\*/g, (part) => (part === '*' ? '.*' : '[^/]*'))}$`);
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const isForm = ({ headers }: FastifyRequest): boolean => /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '');

/** PostgreSQL keeps no text with U+0000 in it. */
function stripNul(given: unknown): void {
  for (const [name, value] of Object.entries((given ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'string') (given as Record<string, unknown>)[name] = value.replaceAll(NUL, '');
    else if (Array.isArray(value)) stripNul(value);
  }
}

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const isJson = ({ headers }: FastifyRequest): boolean => /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(headers['content-type'] ?? '');

function readUtf8(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/**
 * What neither PostgreSQL nor a person could read: too deep, too many parts, halves of a character. NUL, which says
 * nothing and which PostgreSQL keeps nowhere, is dropped from the texts in place.
 */
function faultOf(root: unknown): string | undefined {
  const open: [value: unknown, depth: number][] = [[root, 1]];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if ((seen += 1) > MOST_VALUES) return '提交的内容条目过多，请拆分后重试。';
    if (typeof value === 'string' && !isWellFormed(value)) return UNREADABLE;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MOST_DEPTH) return '提交的内容层级过深，请检查后重试。';
    for (const [key, inner] of Object.entries(value)) {
      if (!isWellFormed(key)) return UNREADABLE;
      if (typeof inner === 'string' && inner.includes(NUL)) (value as Record<string, unknown>)[key] = inner.replaceAll(NUL, '');
      open.push([inner, depth + 1]);
    }
  }
  return undefined;
}

/** Node refuses what is no HTTP at all before Fastify sees it; it does so in the house's form, with the app's headers, too. */
export const brokenRequestAnswerer = (headers: AnswerHeaders) => (error: Error & { code?: string }, socket: Socket): void => {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [status, phrase, code, message] = BROKEN[error.code ?? ''] ?? BROKEN_OTHERWISE;
  const body = JSON.stringify({ code, message, problems: [] });
  const own = { 'content-type': 'application/json; charset=utf-8', 'content-length': `${Buffer.byteLength(body)}`, connection: 'close' };
  const lines = Object.entries({ ...headers, ...own }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${phrase}\r\n${lines.join('')}\r\n${body}`);
};

const BROKEN_OTHERWISE = [400, 'Bad Request', 'BAD_REQUEST', '请求格式不正确，请检查后重试。'] as const;
const BROKEN: Record<string, readonly [status: number, phrase: string, code: ProblemCode, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'HEADERS_TOO_LARGE', '请求头过大，请清除本站的Cookie后重试。'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'TIMEOUT', '请求超时，请稍后重试。'],
};
