import { Inject, Injectable, Logger } from '@nestjs/common';
import { FindActor, SignIn } from '@mantianxing/account';
import { AuditTrail } from '@mantianxing/audit';
import { DomainError, type Actor, type SignIn as SignInBody } from '@mantianxing/contracts';
import { actingIs, Clock, ENV, type Env } from '@mantianxing/platform';
import type { FastifyRequest } from 'fastify';
import './session-data';

/** Opens and closes the session of one request. */
@Injectable()
export class PortalSession {
  private readonly logger = new Logger('sessions');

  constructor(
    private readonly signIn: SignIn,
    private readonly findActor: FindActor,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @Inject(ENV) private readonly env: Pick<Env, 'PUBLIC_URL'>,
  ) {}

  /** Checks the password and gives the browser a session with a new id. Throws as `SignIn` does. */
  async open(request: FastifyRequest, credentials: SignInBody): Promise<Actor> {
    this.refusePlainHttp(request);
    const { accountId } = await this.check(request, credentials);
    const actor = await this.findActor.execute(accountId);
    if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 401, '登录已过期，请重新登录后继续。');
    actingIs(actor);
    await this.audit.record({ action: 'signed-in', subjectKind: 'account.account', subjectId: accountId });
    await request.session.regenerate();
    request.session.accountId = accountId;
    request.session.renewedAt = this.clock.now().getTime();
    return actor;
  }

  async close(request: FastifyRequest): Promise<void> {
    const { accountId } = request.session;
    if (accountId) await this.audit.record({ action: 'signed-out', subjectKind: 'account.account', subjectId: accountId });
    await request.session.destroy();
  }

  private async check(request: FastifyRequest, credentials: SignInBody): Promise<{ accountId: string }> {
    try {
      return await this.signIn.execute({ ...credentials, address: request.ip });
    } catch (error) {
      // Not waited for: how long the answer takes must not tell whether there is such an account.
      if (error instanceof DomainError) void this.noteFailure(credentials.login, error.code);
      throw error;
    }
  }

  /** What was typed as login is not kept: people type passwords there. */
  private async noteFailure(login: string, code: string): Promise<void> {
    try {
      const tried = await this.findActor.byLogin(login);
      await this.audit.record({ action: 'sign-in-failed', subjectKind: 'account.account', subjectId: tried?.accountId, facts: { code } });
    } catch (error) {
      this.logger.error(`sign-in-failed not logged: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** A Secure cookie never arrives over http: say so instead of letting people in and losing them. */
  private refusePlainHttp(request: FastifyRequest): void {
    if (!this.env.PUBLIC_URL.startsWith('https:') || request.protocol === 'https') return;
    throw new DomainError('HTTPS_REQUIRED', 503, '请以https网址登录；如已使用，请管理员检查反向代理（TRUSTED_PROXIES）。');
  }
}
