import { Inject, Injectable } from '@nestjs/common';
import { DISCLAIMER, PRODUCT_NAME } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import { Eta } from 'eta';
import type { FastifyReply } from 'fastify';
import { join } from 'node:path';
import type { PortalRequest } from '../access/portal-request';
import { homeOf } from '../accounts/home-of';
import { StatusService } from '../status/status.service';
import { isSecretPage } from '../security-headers';
import { displaySettings } from './display-settings';
import { proseMoment } from './formats';
import { STYLESHEET_HREF } from './stylesheet';

/** What the frame around a page says of it. */
export interface PageFace {
  /** 页; leave empty on the entrance. */
  title: string;
  /** 栏目; leave out where page and column are one. */
  column?: string;
  description?: string;
  /** Set on entries: they carry title and date for the state's site survey. */
  article?: { title: string; publishedOn: string };
  status?: number;
}

const NAVIGATION = [
  { href: '/scenarios', label: '场景清单' },
  { href: '/capabilities', label: '能力目录' },
  { href: '/search', label: '查找' },
  { href: '/help', label: '帮助' },
];
const DESCRIPTION = '公开应用场景与企业能力，给出有依据的匹配建议，由专员审核后告知双方。';

/** A stranger's browser may keep what it has read, for going back; shared by none, since the frame shows how they like to read. */
function keptBy({ actor, method, url }: PortalRequest, { status = 200 }: PageFace): Record<string, string> {
  return actor || method === 'POST' || status !== 200 || isSecretPage(url) ? {} : { 'cache-control': 'private, no-cache' };
}

/** Server-rendered pages: complete without script. */
@Injectable()
export class PageRenderer {
  private readonly eta = new Eta({ views: join(__dirname, 'views'), cache: true });

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly status: StatusService,
  ) {}

  async send(request: PortalRequest, reply: FastifyReply, view: string, face: PageFace, data: object = {}): Promise<void> {
    const frame = { ...this.frameOf(request, face), notice: request.actor ? await this.notice() : '' };
    const html = this.eta.render(`./${view}`, { ...data, frame });
    await reply
      .status(face.status ?? 200)
      .headers(keptBy(request, face))
      .type('text/html; charset=utf-8')
      .send(html);
  }

  private frameOf(request: PortalRequest, face: PageFace) {
    const path = request.url.split('?', 1)[0] ?? '/';
    const column = face.column ?? face.title;
    return {
      ...displaySettings(request),
      title: [face.title, ...(column === face.title ? [] : [column]), PRODUCT_NAME].filter(Boolean).join('-'),
      pageTitle: face.title || PRODUCT_NAME,
      siteName: PRODUCT_NAME,
      column: column || '首页',
      description: face.description || DESCRIPTION,
      articleTitle: face.article?.title ?? '',
      pubDate: face.article?.publishedOn ?? '',
      stylesheet: STYLESHEET_HREF,
      path: request.method === 'GET' ? request.url : path,
      navigation: NAVIGATION.map((entry) => ({
        ...entry,
        current: path === entry.href || path.startsWith(`${entry.href}/`),
      })),
      account: request.actor ? { label: '我的工作台', home: homeOf(request.actor) } : undefined,
      disclaimer: DISCLAIMER,
      owner: this.env.SITE_OWNER,
      identifier: this.env.SITE_IDENTIFIER,
      filing: this.env.SITE_FILING,
    };
  }

  /** For people who wait for suggestions: that the matcher is behind. Never a reason to lose the page. */
  private async notice(): Promise<string> {
    const status = await this.status.current().catch(() => undefined);
    if (!status || status.matching === 'current') return '';
    const reached = status.processedUpTo ? `，已处理至${proseMoment(status.processedUpTo)}` : '';
    return status.matching === 'stopped' ? `匹配暂停，恢复后自动追赶${reached}。` : `匹配正在追赶${reached}。`;
  }
}
