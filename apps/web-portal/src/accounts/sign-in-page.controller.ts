import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { DomainError, FactorCode, SignIn } from '@mantianxing/contracts';
import { AddressFields, ENV, FormFields, type Env } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PortalRequest } from '../access/portal-request';
import { PageRenderer } from '../public/page-renderer';
import { csrfTokenFor, WITH_TOKEN } from './csrf';
import { homeOf, localPath } from './home-of';
import { PortalSession } from './portal-session';
import { SIGN_IN_RATE } from './sign-in-rate';

type Fields = Record<string, unknown> | null;
interface Shown {
  next: unknown;
  login?: unknown;
  /** The desk has sent them here: their session ended while they worked. */
  isExpired?: boolean;
  fault?: string;
  status?: number;
}

/** Signing in with plain forms, in one or two steps, so that it works without script. */
@ApiTags('页面')
@Controller()
export class SignInPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly sessions: PortalSession,
    @Inject(ENV) private readonly env: Pick<Env, 'OIDC_ISSUER' | 'OIDC_LABEL'>,
  ) {}

  @Get('sign-in')
  @AddressFields({ next: z.string(), expired: z.string() })
  show(
    @Query('next') next: unknown,
    @Query('expired') expired: unknown,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.form(request, reply, { next, isExpired: expired === '1' });
  }

  @Post('sign-in')
  @FormFields({ ...WITH_TOKEN, ...SignIn.shape, next: z.string().optional() })
  @RouteConfig(SIGN_IN_RATE)
  async open(@Body() fields: Fields, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const next = fields?.next;
    const credentials = SignIn.safeParse({ login: fields?.login, password: fields?.password });
    if (!credentials.success) {
      return this.form(request, reply, { next, login: fields?.login, fault: '请填写账号和密码。', status: 422 });
    }
    try {
      const actor = await this.sessions.open(request, reply, credentials.data);
      const goal = localPath(next);
      const code = `/sign-in/code${goal ? `?next=${encodeURIComponent(goal)}` : ''}`;
      await reply.redirect(actor ? (goal ?? homeOf(actor)) : code, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return this.form(request, reply, { next, login: credentials.data.login, fault: error.message, status: error.status });
    }
  }

  @Get('sign-in/code')
  @AddressFields({ next: z.string() })
  async showCode(@Query('next') next: unknown, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.sessions.isCodeDue(request)) {
      await reply.redirect('/sign-in', 303);
      return;
    }
    return this.codeForm(request, reply, { next });
  }

  @Post('sign-in/code')
  @FormFields({ ...WITH_TOKEN, ...FactorCode.shape, next: z.string().optional() })
  @RouteConfig(SIGN_IN_RATE)
  async enter(@Body() fields: Fields, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const next = fields?.next;
    const given = FactorCode.safeParse({ code: fields?.code });
    if (!given.success) return this.codeForm(request, reply, { next, fault: '请填写验证码。', status: 422 });
    try {
      const actor = await this.sessions.enterWithCode(request, reply, given.data.code);
      await reply.redirect(localPath(next) ?? homeOf(actor), 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.status === 401) return this.form(request, reply, { next, fault: error.message, status: 401 });
      return this.codeForm(request, reply, { next, fault: error.message, status: error.status });
    }
  }

  @Post('sign-out')
  @FormFields(WITH_TOKEN)
  async close(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.close(request);
    await reply.redirect('/', 303);
  }

  private form(request: PortalRequest, reply: FastifyReply, { next, login, isExpired = false, fault, status }: Shown): Promise<void> {
    const { actor } = request;
    const data = {
      signedInAs: actor?.name ?? '',
      next: localPath(next) ?? (actor ? homeOf(actor) : ''),
      login: typeof login === 'string' ? login : '',
      fault: fault ?? '',
      isExpired,
      oidcLabel: this.env.OIDC_ISSUER ? this.env.OIDC_LABEL : '',
      csrfToken: csrfTokenFor(request, reply),
    };
    return this.pages.send(request, reply, 'sign-in', { title: '登录', status }, data);
  }

  private codeForm(request: PortalRequest, reply: FastifyReply, { next, fault, status }: Shown): Promise<void> {
    const data = { next: localPath(next) ?? '', fault: fault ?? '', csrfToken: csrfTokenFor(request, reply) };
    return this.pages.send(request, reply, 'sign-in-code', { title: '填写验证码', column: '登录', status }, data);
  }
}
