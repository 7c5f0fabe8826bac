import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, type ProblemCode, type ProblemView } from '@mantianxing/contracts';

interface Reply {
  sent: boolean;
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

const SENTENCE: Record<number, [code: ProblemCode, message: string]> = {
  400: ['BAD_REQUEST', '请求格式不正确，请检查后重试。'],
  401: ['SIGN_IN_REQUIRED', '登录已过期，请重新登录后继续。'],
  403: ['FORBIDDEN', '您暂无此操作权限，如需开通请联系管理员。'],
  404: ['NOT_FOUND', '没有找到，可能已撤回或地址有误。'],
  405: ['METHOD_NOT_ALLOWED', '此地址不支持这种操作。'],
  406: ['NOT_ACCEPTABLE', '不支持所要求的内容格式。'],
  408: ['TIMEOUT', '请求超时，请稍后重试。'],
  409: ['CONFLICT', '内容已被他人修改，请刷新后重试。'],
  413: ['TOO_LARGE', '提交的内容过大，请精简或拆分后重试。'],
  414: ['ADDRESS_TOO_LONG', '网址过长，请缩短后重试。'],
  415: ['UNSUPPORTED_TYPE', '不支持这种内容类型，请以JSON提交。'],
  410: ['GONE', '内容已撤回或到期，不再公开。'],
  422: ['INVALID', '提交的内容有误，请按提示修改。'],
  429: ['RATE_LIMITED', '操作过于频繁，请稍后再试。'],
  431: ['HEADERS_TOO_LARGE', '请求头过大，请清除本站的Cookie后重试。'],
  503: ['UNAVAILABLE', '服务暂时不可用，请稍后重试。'],
};

/** The answer for a thrown value: a stable code, a Chinese sentence, never a stack trace. */
export function problemOf(error: unknown, requestId: string): { status: number; body: ProblemView } {
  if (error instanceof DomainError) {
    const { code, message, problems, facts } = error;
    return { status: error.status, body: { code, message, problems, facts, requestId } };
  }
  const status = statusOf(error);
  const [code, message] = SENTENCE[status] ?? [
    'INTERNAL',
    `系统暂时繁忙，数据未改动。请稍后重试（编号${requestId}）。`,
  ];
  return { status, body: { code, message, problems: [], requestId } };
}

/**
 * The database is away or has no connection left: 53 and 57 are PostgreSQL's classes for 'out of resources' and 'the
 * operator stepped in', 08 is a connection lost, the rest are the driver's and the system's own words.
 */
const AWAY_CODE = /^(08|53|57P|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)/;
const AWAY_WORDS = /timeout exceeded when trying to connect|Connection terminated|Driver not Connected|Client has encountered a connection error/i;

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  return AWAY_CODE.test(String(code ?? '')) || AWAY_WORDS.test(error.message) || isAway(driverError);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (isAway(error)) return 503;
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** When to try again, in seconds: as long as a pause lasts, and for a part that is away a moment. */
export function sayWhenAgain(reply: { header(name: string, value: string): unknown }, status: number, { facts }: ProblemView): void {
  const pause = facts?.retryAfterSeconds;
  if (typeof pause === 'number') reply.header('retry-after', String(pause));
  else if (status === 503) reply.header('retry-after', '5');
}

/** An address as a log may hold it: without its query, and without a link's token in its path. */
export const loggedPath = (url: string): string => (url.split('?', 1)[0] ?? '').replace(/[\w-]{40,}/g, '…');

/** Translates every thrown value once, for all HTTP apps. */
@Catch()
export class DomainErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest(), host.switchToHttp().getResponse());
  }

  answer(error: unknown, request: { id?: string; method: string; url: string }, reply: Reply): void {
    const requestId = String(request.id ?? '');
    const { status, body } = problemOf(error, requestId);
    if (status >= 500) {
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.logger.error(`${request.method} ${loggedPath(request.url)} ${requestId}: ${cause}`);
    }
    sayWhenAgain(reply, status, body);
    if (!reply.sent) reply.status(status).header('cache-control', 'no-store').send(body);
  }
}
