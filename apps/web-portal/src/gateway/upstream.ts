import { Logger } from '@nestjs/common';
import { DomainError, type Actor } from '@mantianxing/contracts';
import { ACTOR_HEADER, signActor, type Origin } from '@mantianxing/platform';

/** No answer within this time counts as none, in milliseconds. */
const ANSWER_LIMIT = 10_000;
const WRITING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What goes on and what comes back. Cookies and any actor header of the browser's own are not among them. */
const ASKED = ['accept', 'accept-language', 'content-type', 'if-none-match'];
const ANSWERED = ['allow', 'content-type', 'etag', 'location', 'retry-after', 'cache-control'];

export interface PassedRequest {
  method: string;
  /** Path and query as the browser sent them. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
  requestId: string;
  actor: Actor | undefined;
  /** Where the person is, for the audit log of the app that owns the entry. */
  origin?: Origin;
}

export interface PassedAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** One app behind the portal, reached over HTTP with the actor signed for one hop. */
export class Upstream {
  private readonly logger = new Logger('gateway');

  /** `label` is what people call the app; `prefix` the only paths passed on. */
  constructor(
    private readonly label: string,
    private readonly baseUrl: string,
    private readonly prefix: string,
    private readonly secret: string,
  ) {}

  /** Throws 404 for a path outside the prefix, 415 for a body that is not JSON, 503 when there is no answer. */
  async pass(request: PassedRequest): Promise<PassedAnswer> {
    const url = this.target(request.url);
    const headers = await this.headersFor(request);
    const body = WRITING.has(request.method) && request.body != null ? JSON.stringify(request.body) : undefined;
    if (body !== undefined && !headers['content-type']?.includes('json')) {
      throw new DomainError('UNSUPPORTED_TYPE', 415, '不支持这种内容类型，请以JSON提交。');
    }
    try {
      const answer = await fetch(url, {
        method: request.method,
        headers,
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_LIMIT),
      });
      return { status: answer.status, headers: headersOf(answer), body: Buffer.from(await answer.arrayBuffer()) };
    } catch (error) {
      throw this.awayError(error, request);
    }
  }

  /** The address asked for, refused when dots in it would lead out of the prefix. */
  private target(url: string): URL {
    const base = new URL(this.baseUrl);
    const target = new URL(url, base);
    const inside = target.pathname === this.prefix || target.pathname.startsWith(`${this.prefix}/`);
    if (target.origin !== base.origin || !inside) {
      throw new DomainError('NOT_FOUND', 404, '没有找到，可能已撤回或地址有误。');
    }
    return target;
  }

  private async headersFor({ headers, actor, requestId, origin }: PassedRequest): Promise<Record<string, string>> {
    const passed: Record<string, string> = { 'x-request-id': requestId };
    for (const name of ASKED) {
      const value = headers[name];
      if (typeof value === 'string') passed[name] = value;
    }
    if (actor) passed[ACTOR_HEADER] = await signActor(actor, this.secret, { requestId, ...origin });
    return passed;
  }

  private awayError(error: unknown, { method, url, requestId }: PassedRequest): DomainError {
    const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
    this.logger.warn(`${method} ${url.split('?', 1)[0]} ${requestId}: ${this.label} ${cause}`);
    // Refused connections changed nothing; a lost answer to a write may have.
    const uncertain = WRITING.has(method) && cause !== 'ECONNREFUSED' && cause !== 'ENOTFOUND';
    const rest = uncertain ? '请刷新后确认是否已保存。' : '数据未改动，请稍后重试。';
    return new DomainError('UPSTREAM_AWAY', 503, `${this.label}暂时联系不上，${rest}`);
  }
}

function headersOf(answer: Response): Record<string, string> {
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  for (const name of ANSWERED) {
    const value = answer.headers.get(name);
    if (value) headers[name] = value;
  }
  return headers;
}
