import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainErrorFilter, loggedPath, problemOf, sayWhenAgain } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../access/portal-request';
import { isPage } from '../open-api/portal-face';
import { PageRenderer } from './page-renderer';

const HEADING: Record<number, string> = {
  403: '暂不能打开',
  404: '没有找到此页',
  410: '已撤回',
  422: '提交的内容有误',
  429: '请稍后再试',
  503: '暂时联系不上',
};
const NOT_FOUND = '没有找到此页，可能已撤回或地址有误。';
const WAYS = [
  { href: '/scenarios', label: '看场景清单', primary: true },
  { href: '/', label: '回首页', primary: false },
];

/** A link from a mail that opens nothing: the way on is signing in. */
const LINKS = new Set(['LINK_UNKNOWN', 'LINK_USED', 'LINK_EXPIRED', 'INVITATION_CLOSED']);
const LINK_WAYS = [
  { href: '/sign-in', label: '去登录', primary: true },
  { href: '/forgotten', label: '忘记密码', primary: false },
];

/** JSON for the API as everywhere; for people a page in the same frame, or the way to sign in. */
@Catch()
@Injectable()
export class ProblemPageFilter implements ExceptionFilter {
  private readonly logger = new Logger('page');
  private readonly plain = new DomainErrorFilter();

  constructor(private readonly pages: PageRenderer) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest(), host.switchToHttp().getResponse());
  }

  /** Also for requests that no route was found for, because their address cannot be read. */
  answer(error: unknown, request: PortalRequest, reply: FastifyReply): void {
    if (!isPage(request.url) || reply.sent) return this.plain.answer(error, request, reply);
    const { status, body } = problemOf(error, request.id);
    if (status === 401 && request.method === 'GET') {
      void reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
      return;
    }
    if (status >= 500) this.logger.error(`${request.method} ${request.routeOptions.url ?? loggedPath(request.url)} ${request.id}: ${stackOf(error)}`);
    sayWhenAgain(reply, status, body);
    const isLink = LINKS.has(body.code);
    const face = { title: (isLink ? '链接不能使用' : HEADING[status]) ?? '系统暂时繁忙', column: '提示', status };
    const data = {
      heading: face.title,
      sentence: status === 404 && !isLink ? NOT_FOUND : body.message,
      requestId: status >= 500 ? body.requestId : '',
      ways: isLink ? LINK_WAYS : WAYS,
    };
    // Should the frame itself be what fails, the plain answer is left.
    this.pages.send(request, reply, 'problem', face, data).catch(() => this.plain.answer(error, request, reply));
  }
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
