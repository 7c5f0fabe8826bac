import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { AskPasswordReset } from '@mantianxing/account';
import { DomainError } from '@mantianxing/contracts';
import { FormFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PortalRequest } from '../access/portal-request';
import { PageRenderer } from '../public/page-renderer';
import { csrfTokenFor, WITH_TOKEN } from './csrf';
import { SIGN_IN_RATE } from './sign-in-rate';

const Asked = z.string().trim().min(1).max(120);

/** 忘记密码: one answer for everybody, whether or not there is such an account. */
@ApiTags('页面')
@Controller('forgotten')
export class ForgottenPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly askReset: AskPasswordReset,
  ) {}

  @Get()
  show(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.page(request, reply, {});
  }

  @Post()
  @FormFields({ ...WITH_TOKEN, login: Asked })
  @RouteConfig(SIGN_IN_RATE)
  async ask(@Body() fields: Record<string, unknown> | null, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = Asked.safeParse(fields?.login);
    if (!asked.success) return this.page(request, reply, { fault: '请填写账号或邮箱。', status: 422 });
    try {
      await this.askReset.execute(asked.data, request.ip);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return this.page(request, reply, { fault: error.message, status: error.status });
    }
    return this.page(request, reply, { isSent: true });
  }

  private page(
    request: PortalRequest,
    reply: FastifyReply,
    { fault = '', isSent = false, status = 200 }: { fault?: string; isSent?: boolean; status?: number },
  ): Promise<void> {
    const data = { fault, isSent, csrfToken: csrfTokenFor(request, reply) };
    return this.pages.send(request, reply, 'forgotten', { title: '忘记密码', column: '登录', status }, data);
  }
}
