import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { OwnIdentity, SignInWithIdentity } from '@mantianxing/account';
import { DomainError } from '@mantianxing/contracts';
import { AddressFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PortalRequest } from '../access/portal-request';
import { homeOf, localPath } from './home-of';
import type { ProvenIdentity } from './oidc-identity';
import { OidcErrands } from './oidc-errands';
import { OidcProvider } from './oidc-provider';
import { PortalSession } from './portal-session';
import { SIGN_IN_RATE } from './sign-in-rate';

/** Signing in through the operator's provider, and the way back of somebody signed in who links an identity. */
@ApiTags('页面')
@Controller('sign-in/oidc')
export class OidcPageController {
  constructor(
    private readonly provider: OidcProvider,
    private readonly identities: SignInWithIdentity,
    private readonly sessions: PortalSession,
    private readonly errands: OidcErrands,
    private readonly own: OwnIdentity,
  ) {}

  @Get()
  @AddressFields({ next: z.string() })
  @RouteConfig(SIGN_IN_RATE)
  async leave(@Query('next') next: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { url, errand } = await this.provider.begin();
    this.errands.give(reply, { ...errand, next: localPath(next) ?? '' });
    await reply.redirect(url, 303);
  }

  @Get('callback')
  @RouteConfig(SIGN_IN_RATE)
  async comeBack(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const { next, linkFor, ...errand } = this.errands.take(request, reply);
    const identity = await this.provider.finish(request.url.split('?')[1] ?? '', errand).catch(refusedHere);
    if (linkFor) return this.link(linkFor, identity, request, reply);
    const { accountId } = await this.identities.execute(identity);
    const actor = await this.sessions.proven(request, reply, accountId);
    const goal = localPath(next);
    const code = `/sign-in/code${goal ? `?next=${encodeURIComponent(goal)}` : ''}`;
    await reply.redirect(actor ? (goal ?? homeOf(actor)) : code, 303);
  }

  /** Links for nobody but the one who asked, still signed in here. */
  private async link(accountId: string, identity: ProvenIdentity, request: PortalRequest, reply: FastifyReply): Promise<void> {
    if (request.session.accountId !== accountId) throw new DomainError('OIDC_REFUSED', 403, '登录已变更，没有关联。请登录后重试。');
    const outcome = await this.own.link(accountId, identity).then(() => 'linked', takenHere);
    await reply.redirect(`/me/security?identity=${outcome}`, 303);
  }
}

/** Said where the person came from. */
function takenHere(error: unknown): 'taken' {
  if (error instanceof DomainError && error.code === 'IDENTITY_TAKEN') return 'taken';
  throw error;
}

/** A page for it instead of the way to sign in, which would lose what went wrong. */
function refusedHere(error: unknown): never {
  if (error instanceof DomainError && error.status === 401) throw new DomainError(error.code, 403, error.message);
  throw error;
}
