import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { AcceptInvitation, ChangePassword, FindActor, LinkTokens } from '@mantianxing/account';
import { DomainError, ROLE_LABEL } from '@mantianxing/contracts';
import { actingIs, FormFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PortalRequest } from '../access/portal-request';
import { PageRenderer, type PageFace } from '../public/page-renderer';
import { csrfTokenFor, WITH_TOKEN } from './csrf';
import { SIGN_IN_RATE } from './sign-in-rate';

type Fields = Record<string, unknown> | null;
type Faults = Record<string, string>;

const Password = z.string().min(1).max(200);
const Login = z.string().trim().min(2).max(60);
const NOT_THE_SAME = '两次填写的密码不一样，请重新填写。';

/**
 * Pages behind a link from a mail. Looking consumes nothing: a mail program that follows links spoils none.
 * The token stands in the address only; no other page is told it (referrer), and the log leaves it out.
 */
@ApiTags('页面')
@Controller()
export class LinkPagesController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly links: LinkTokens,
    private readonly changePassword: ChangePassword,
    private readonly invitations: AcceptInvitation,
    private readonly findActor: FindActor,
  ) {}

  @Get('reset/:token')
  async showReset(@Param('token') token: string, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.links.peek(token, 'PASSWORD_RESET');
    return this.page(request, reply, 'reset', '重设密码', {});
  }

  @Post('reset/:token')
  @FormFields({ ...WITH_TOKEN, password: Password, again: Password })
  @RouteConfig(SIGN_IN_RATE)
  async reset(@Param('token') token: string, @Body() fields: Fields, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const { subjectId } = await this.links.peek(token, 'PASSWORD_RESET');
    const password = twice(fields);
    if (typeof password !== 'string') return this.page(request, reply, 'reset', '重设密码', { faults: password });
    // The link says who it is: the audit log names them.
    actingIs(await this.findActor.execute(subjectId));
    try {
      await this.changePassword.byLink(token, password);
    } catch (error) {
      return this.page(request, reply, 'reset', '重设密码', { faults: faultsOf(error) });
    }
    return this.done(request, reply, '密码已重设', '请用新密码登录；其他设备上的登录已全部退出。');
  }

  @Get('join/:token')
  async showJoin(@Param('token') token: string, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.join(request, reply, token, {});
  }

  @Post('join/:token')
  @FormFields({ ...WITH_TOKEN, login: Login.optional(), password: Password.optional(), again: Password.optional() })
  @RouteConfig(SIGN_IN_RATE)
  async accept(@Param('token') token: string, @Body() fields: Fields, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const { accountId } = await this.invitations.view(token);
    const login = Login.safeParse(fields?.login);
    const password = twice(fields);
    if (!accountId) {
      const faults = { ...(login.success ? {} : { login: '请填写账号，2至60个字符。' }), ...(typeof password === 'string' ? {} : password) };
      if (Object.keys(faults).length > 0) return this.join(request, reply, token, { faults, login: fields?.login });
    }
    if (accountId) actingIs(await this.findActor.execute(accountId));
    try {
      await this.invitations.execute(token, {
        login: login.success ? login.data : '',
        password: typeof password === 'string' ? password : '',
      });
    } catch (error) {
      return this.join(request, reply, token, { faults: faultsOf(error), login: fields?.login });
    }
    return this.done(request, reply, '已加入', accountId ? '请用原来的账号登录。' : '账号已开通，请登录。');
  }

  private async join(
    request: PortalRequest,
    reply: FastifyReply,
    token: string,
    { faults = {}, login }: { faults?: Faults; login?: unknown },
  ): Promise<void> {
    const { role, accountId, ...invitation } = await this.invitations.view(token);
    const data = { ...invitation, hasAccount: accountId !== null, role: ROLE_LABEL[role], login: typeof login === 'string' ? login : '', faults };
    return this.page(request, reply, 'join', '接受邀请', data);
  }

  private page(request: PortalRequest, reply: FastifyReply, view: string, title: string, data: { faults?: Faults }): Promise<void> {
    const faults = data.faults ?? {};
    const face: PageFace = { title, column: '登录', status: Object.keys(faults).length > 0 ? 422 : 200 };
    const shown = { ...data, faults, csrfToken: csrfTokenFor(request, reply) };
    return this.pages.send(request, reply, view, face, shown);
  }

  private done(request: PortalRequest, reply: FastifyReply, heading: string, sentence: string): Promise<void> {
    return this.pages.send(request, reply, 'link-done', { title: heading, column: '登录' }, { heading, sentence });
  }
}

/** The password when it was typed twice alike, otherwise what is wrong. */
function twice(fields: Fields): string | Faults {
  const password = Password.safeParse(fields?.password);
  if (!password.success) return { password: '请填写新密码。' };
  return password.data === fields?.again ? password.data : { again: NOT_THE_SAME };
}

/** What a person can mend stays on the page; anything else (a link used meanwhile) goes its way. */
function faultsOf(error: unknown): Faults {
  if (!(error instanceof DomainError) || (error.status !== 422 && error.status !== 409)) throw error;
  const named = error.problems.map(({ field, message }) => [field, message] as const);
  return Object.fromEntries(named.length > 0 ? named : [['', error.message]]);
}
