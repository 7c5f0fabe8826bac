import { Body, Controller, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { OwnIdentity } from '@mantianxing/account';
import { IdentityAnswer, IdentityStart, type Actor } from '@mantianxing/contracts';
import { Answers, AnswersNothing, CurrentActor, Refusals } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { OidcErrands } from './oidc-errands';
import { OidcProvider } from './oidc-provider';
import { SIGN_IN_RATE } from './sign-in-rate';

/** 账号安全·统一身份认证 of the signed-in account, where the operator has a provider. */
@ApiTags('账号安全')
@Controller('api/me/identity')
export class OwnIdentityController {
  constructor(
    private readonly identity: OwnIdentity,
    private readonly provider: OidcProvider,
    private readonly errands: OidcErrands,
  ) {}

  /** Where the browser goes now; it comes back to the provider's callback, which links. */
  @Post()
  @RouteConfig(SIGN_IN_RATE)
  @Answers(IdentityStart)
  @Refusals(401, 403, 404, 422, 429, 503)
  async start(
    @CurrentActor() { accountId }: Actor,
    @Body({ schema: IdentityAnswer }) { password }: IdentityAnswer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IdentityStart> {
    await this.identity.mayLink(accountId, password);
    const { url, errand } = await this.provider.begin();
    this.errands.give(reply, { ...errand, next: '', linkFor: accountId });
    return { url };
  }

  @Post('remove')
  @RouteConfig(SIGN_IN_RATE)
  @AnswersNothing()
  @Refusals(401, 403, 409, 422, 429)
  remove(@CurrentActor() { accountId }: Actor, @Body({ schema: IdentityAnswer }) { password }: IdentityAnswer): Promise<void> {
    return this.identity.unlink(accountId, password);
  }
}
