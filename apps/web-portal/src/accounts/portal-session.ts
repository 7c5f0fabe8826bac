import { Inject, Injectable } from '@nestjs/common';
import { FindActor, SignIn } from '@mantianxing/account';
import { DomainError, type Actor, type SignIn as SignInBody } from '@mantianxing/contracts';
import { Clock, ENV, type Env } from '@mantianxing/platform';
import type { FastifyRequest } from 'fastify';
import './session-data';

/** Opens and closes the session of one request. */
@Injectable()
export class PortalSession {
  constructor(
    private readonly signIn: SignIn,
    private readonly findActor: FindActor,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Pick<Env, 'PUBLIC_URL'>,
  ) {}

  /** Checks the password and gives the browser a session with a new id. Throws as `SignIn` does. */
  async open(request: FastifyRequest, credentials: SignInBody): Promise<Actor> {
    this.refusePlainHttp(request);
    const { accountId } = await this.signIn.execute({ ...credentials, address: request.ip });
    const actor = await this.findActor.execute(accountId);
    if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 401, '登录已过期，请重新登录后继续。');
    await request.session.regenerate();
    request.session.accountId = accountId;
    request.session.renewedAt = this.clock.now().getTime();
    return actor;
  }

  async close(request: FastifyRequest): Promise<void> {
    await request.session.destroy();
  }

  /** A Secure cookie never arrives over http: say so instead of letting people in and losing them. */
  private refusePlainHttp(request: FastifyRequest): void {
    if (!this.env.PUBLIC_URL.startsWith('https:') || request.protocol === 'https') return;
    throw new DomainError('HTTPS_REQUIRED', 503, '请以https网址登录；如已使用，请管理员检查反向代理（TRUSTED_PROXIES）。');
  }
}
