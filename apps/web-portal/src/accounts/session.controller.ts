import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { FactorStanding } from '@mantianxing/account';
import { FactorCode, SessionView, SignIn, type Actor } from '@mantianxing/contracts';
import { ReadInbox } from '@mantianxing/notification';
import { Answers, AnswersNothing, MaybeActor, Refusals } from '@mantianxing/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csrfTokenFor } from './csrf';
import { homeOf } from './home-of';
import { PortalSession } from './portal-session';
import { SIGN_IN_RATE } from './sign-in-rate';

@ApiTags('登录')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: PortalSession,
    private readonly inbox: ReadInbox,
    private readonly standing: FactorStanding,
  ) {}

  @Get()
  @Answers(SessionView)
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @MaybeActor() actor: Actor | undefined,
  ): Promise<SessionView> {
    reply.header('cache-control', 'no-store');
    return this.viewOf(actor, request, reply);
  }

  /** A right password alone does not sign in where a second factor is in force: `codeDue` says so. */
  @Post()
  @RouteConfig(SIGN_IN_RATE)
  @Answers(SessionView)
  @Refusals(401, 403, 422, 429)
  async open(
    @Body({ schema: SignIn }) credentials: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const actor = await this.sessions.open(request, reply, credentials);
    return this.viewOf(actor ?? undefined, request, reply);
  }

  @Post('code')
  @RouteConfig(SIGN_IN_RATE)
  @Answers(SessionView)
  @Refusals(401, 403, 422, 429)
  async enter(
    @Body({ schema: FactorCode }) { code }: FactorCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.viewOf(await this.sessions.enterWithCode(request, reply, code), request, reply);
  }

  @Delete()
  @AnswersNothing()
  @Refusals(403)
  async close(@Req() request: FastifyRequest): Promise<void> {
    await this.sessions.close(request);
  }

  private async viewOf(actor: Actor | undefined, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const csrfToken = csrfTokenFor(request, reply);
    if (!actor) {
      const codeDue = this.sessions.isCodeDue(request);
      return { account: null, csrfToken, codeDue, factorLack: 'NONE', home: codeDue ? '/sign-in/code' : '/sign-in', unread: 0 };
    }
    const { accountId, name, memberships } = actor;
    const [unread, factorLack] = await Promise.all([this.inbox.unreadOf(accountId), this.standing.lackOf(actor)]);
    const home = factorLack === 'MISSING' ? '/me/security' : homeOf(actor);
    return { account: { id: accountId, name, memberships }, csrfToken, codeDue: false, factorLack, home, unread };
  }
}
