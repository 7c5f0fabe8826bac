import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { clientPagePolicy } from '../security-headers';
import { clientIndex } from './client-files';

/** Stands in the page where the nonce of each answer goes (client/index.html). */
const NONCE_PLACE = '__STYLE_NONCE__';
const DESKS = ['inbox', 'me', 'members', 'desk', 'dept', 'firm', 'office', 'admin'];

/** One page for all desks; whoever is not signed in is sent to /sign-in and back. */
@ApiTags('页面')
@Controller()
export class ClientPagesController {
  private readonly https: boolean;

  constructor(@Inject(ENV) env: Env) {
    this.https = env.PUBLIC_URL.startsWith('https:');
  }

  @Get(DESKS.flatMap((desk) => [desk, `${desk}/*`]))
  async show(@Res() reply: FastifyReply): Promise<void> {
    const page = await clientIndex();
    if (!page) throw new DomainError('NOT_BUILT', 503, '工作台界面尚未生成，请管理员先完成构建（npm run build）。');
    const nonce = randomBytes(16).toString('base64url');
    await reply
      .header('content-security-policy', clientPagePolicy(this.https, nonce))
      .type('text/html; charset=utf-8')
      .send(page.replace(NONCE_PLACE, nonce));
  }
}
