import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { DomainError, SignIn } from '@mantianxing/contracts';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../access/portal-request';
import { PageRenderer } from '../public/page-renderer';
import { csrfTokenFor } from './csrf';
import { homeOf, localPath } from './home-of';
import { PortalSession } from './portal-session';
import { SIGN_IN_RATE } from './sign-in-rate';

type Fields = Record<string, unknown> | null;

/** Signing in with a plain form, so that it works without script. */
@ApiTags('页面')
@Controller()
export class SignInPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly sessions: PortalSession,
  ) {}

  @Get('sign-in')
  show(@Query('next') next: unknown, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.form(request, reply, { next });
  }

  @Post('sign-in')
  @RouteConfig(SIGN_IN_RATE)
  async open(@Body() fields: Fields, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const next = fields?.next;
    const credentials = SignIn.safeParse({ login: fields?.login, password: fields?.password });
    if (!credentials.success) {
      return this.form(request, reply, { next, login: fields?.login, fault: '请填写账号和密码。', status: 422 });
    }
    try {
      const actor = await this.sessions.open(request, credentials.data);
      await reply.redirect(localPath(next) ?? homeOf(actor), 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return this.form(request, reply, { next, login: credentials.data.login, fault: error.message, status: error.status });
    }
  }

  @Post('sign-out')
  async close(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.close(request);
    await reply.redirect('/', 303);
  }

  private form(
    request: PortalRequest,
    reply: FastifyReply,
    { next, login, fault, status }: { next: unknown; login?: unknown; fault?: string; status?: number },
  ): Promise<void> {
    const { actor } = request;
    const data = {
      signedInAs: actor?.name ?? '',
      next: localPath(next) ?? (actor ? homeOf(actor) : ''),
      login: typeof login === 'string' ? login : '',
      fault: fault ?? '',
      csrfToken: csrfTokenFor(request, reply),
    };
    return this.pages.send(request, reply, 'sign-in', { title: '登录', status }, data);
  }
}
