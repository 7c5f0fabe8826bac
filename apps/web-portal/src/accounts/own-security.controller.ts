import { Body, Controller, Delete, Get, Param, Post, Put, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { ChangePassword, EnrolFactor, RemoveFactor, SessionShelf } from '@mantianxing/account';
import {
  DomainError,
  FactorCode,
  FactorSecretView,
  FactorStart,
  PasswordChange,
  RecoveryCodesView,
  SecurityView,
  type Actor,
} from '@mantianxing/contracts';
import { Answers, AnswersNothing, CurrentActor, Refusals } from '@mantianxing/platform';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OwnSecurity } from './own-security';
import { digestOf } from './session-store';
import { SIGN_IN_RATE } from './sign-in-rate';

/** 个人设置·安全: password, second factor and sessions of the signed-in account, and nobody else's. */
@ApiTags('账号安全')
@Controller('api/me')
export class OwnSecurityController {
  constructor(
    private readonly security: OwnSecurity,
    private readonly changePassword: ChangePassword,
    private readonly enrolFactor: EnrolFactor,
    private readonly removeFactor: RemoveFactor,
    private readonly sessions: SessionShelf,
  ) {}

  @Get('security')
  @Answers(SecurityView)
  @Refusals(401)
  show(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<SecurityView> {
    return this.security.execute(actor, digestOf(request.session.sessionId));
  }

  /** Every other session of the account ends. */
  @Put('password')
  @RouteConfig(SIGN_IN_RATE)
  @AnswersNothing()
  @Refusals(401, 403, 422, 429)
  change(@CurrentActor() actor: Actor, @Body({ schema: PasswordChange }) body: PasswordChange, @Req() request: FastifyRequest): Promise<void> {
    return this.changePassword.own(actor.accountId, body, digestOf(request.session.sessionId));
  }

  /** Begins an enrolment; the secret is shown this once. */
  @Post('factor')
  @RouteConfig(SIGN_IN_RATE)
  @Answers(FactorSecretView, 201)
  @Refusals(401, 403, 409, 422, 429)
  start(@CurrentActor() actor: Actor, @Body({ schema: FactorStart }) { password }: FactorStart): Promise<FactorSecretView> {
    return this.enrolFactor.start(actor.accountId, password);
  }

  /** The first right code puts the factor in force; the recovery codes are shown this once. */
  @Post('factor/confirm')
  @RouteConfig(SIGN_IN_RATE)
  @Answers(RecoveryCodesView)
  @Refusals(401, 403, 409, 422, 429)
  async confirm(@CurrentActor() actor: Actor, @Body({ schema: FactorCode }) { code }: FactorCode): Promise<RecoveryCodesView> {
    return { codes: await this.enrolFactor.confirm(actor.accountId, code) };
  }

  @Post('factor/recovery-codes')
  @RouteConfig(SIGN_IN_RATE)
  @Answers(RecoveryCodesView)
  @Refusals(401, 403, 422, 429)
  async renew(@CurrentActor() actor: Actor, @Body({ schema: FactorCode }) { code }: FactorCode): Promise<RecoveryCodesView> {
    return { codes: await this.enrolFactor.renewCodes(actor.accountId, code) };
  }

  @Post('factor/remove')
  @RouteConfig(SIGN_IN_RATE)
  @AnswersNothing()
  @Refusals(401, 403, 422, 429)
  remove(@CurrentActor() actor: Actor, @Body({ schema: FactorCode }) { code }: FactorCode): Promise<void> {
    return this.removeFactor.own(actor, code);
  }

  /** Signs out everywhere but here. */
  @Delete('sessions')
  @AnswersNothing()
  @Refusals(401, 403)
  async endOthers(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.removeOf(actor.accountId, digestOf(request.session.sessionId));
  }

  @Delete('sessions/:id')
  @AnswersNothing()
  @Refusals(401, 403, 404)
  async end(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    if (await this.sessions.removeOne(actor.accountId, id)) return;
    throw new DomainError('SESSION_NOT_FOUND', 404, '没有找到此登录，可能已退出。');
  }
}
