import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { SignInWithIdentity } from '@mantianxing/account';
import { DomainError } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PortalRequest } from '../access/portal-request';
import { homeOf, localPath } from './home-of';
import { OidcProvider } from './oidc-provider';
import { PortalSession } from './portal-session';
import { SIGN_IN_RATE } from './sign-in-rate';

/** Between leaving for the provider and coming back, in seconds. */
const ERRAND_SECONDS = 600;
const text = z.string().min(1).max(200);
const Errand = z.strictObject({ state: text, nonce: text, verifier: text, next: z.string().max(2000) });

/** Signing in through the operator's provider. What the browser must bring back travels in its own signed cookie. */
@ApiTags('页面')
@Controller('sign-in/oidc')
export class OidcPageController {
  constructor(
    private readonly provider: OidcProvider,
    private readonly identities: SignInWithIdentity,
    private readonly sessions: PortalSession,
    @Inject(ENV) private readonly env: Pick<Env, 'PUBLIC_URL'>,
  ) {}

  @Get()
  @RouteConfig(SIGN_IN_RATE)
  async leave(@Query('next') next: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { url, errand } = await this.provider.begin();
    const value = JSON.stringify({ ...errand, next: localPath(next) ?? '' });
    void reply.setCookie(this.cookie, value, { ...this.options, signed: true, maxAge: ERRAND_SECONDS });
    await reply.redirect(url, 303);
  }

  @Get('callback')
  @RouteConfig(SIGN_IN_RATE)
  async comeBack(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    const { next, ...errand } = this.errandOf(request);
    void reply.clearCookie(this.cookie, this.options);
    const identity = await this.provider.finish(request.url.split('?')[1] ?? '', errand).catch(refusedHere);
    const { accountId } = await this.identities.execute(identity);
    const actor = await this.sessions.proven(request, reply, accountId);
    const goal = localPath(next);
    const code = `/sign-in/code${goal ? `?next=${encodeURIComponent(goal)}` : ''}`;
    await reply.redirect(actor ? (goal ?? homeOf(actor)) : code, 303);
  }

  private get cookie(): string {
    return `${this.options.secure ? '__Host-' : ''}mtx_oidc`;
  }

  private get options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.env.PUBLIC_URL.startsWith('https:') } as const;
  }

  private errandOf(request: PortalRequest): z.infer<typeof Errand> {
    const { valid, value } = request.unsignCookie(request.cookies[this.cookie] ?? '');
    const read = Errand.safeParse(valid && value ? parsed(value) : undefined);
    if (!read.success) throw new DomainError('OIDC_REFUSED', 403, '统一身份认证没有成功，请返回登录页重新登录。');
    return read.data;
  }
}

/** A page for it instead of the way to sign in, which would lose what went wrong. */
function refusedHere(error: unknown): never {
  if (error instanceof DomainError && error.status === 401) throw new DomainError(error.code, 403, error.message);
  throw error;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
