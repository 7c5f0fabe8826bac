import { Inject, Injectable, Logger } from '@nestjs/common';
import { CheckFactor, FindActor, NoteDevice, SignIn } from '@mantianxing/account';
import { AuditTrail } from '@mantianxing/audit';
import { DomainError, type Actor, type SignIn as SignInBody } from '@mantianxing/contracts';
import { actingIs, Clock, ENV, type Env } from '@mantianxing/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from './device-cookie';
import { deviceName } from './device-name';
import { PENDING_LIMIT } from './session-data';

const LONGEST_AGENT = 300;

/** Opens and closes the session of one request; every step upwards gives the browser a new id. */
@Injectable()
export class PortalSession {
  private readonly logger = new Logger('sessions');

  constructor(
    private readonly signIn: SignIn,
    private readonly checkFactor: CheckFactor,
    private readonly findActor: FindActor,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly noteDevice: NoteDevice,
    @Inject(ENV) private readonly env: Pick<Env, 'PUBLIC_URL'>,
  ) {}

  /** Checks the password. Null when the second factor's code is due now. Throws as `SignIn` does, RECERTIFICATION_PAST (403). */
  async open(request: FastifyRequest, reply: FastifyReply, credentials: SignInBody): Promise<Actor | null> {
    this.refusePlainHttp(request);
    const { login } = credentials;
    const { accountId } = await this.noted(
      () => this.signIn.execute({ ...credentials, address: request.ip }),
      async () => (await this.findActor.byLogin(login))?.accountId,
    );
    return this.proven(request, reply, accountId);
  }

  /** Goes on with an account somebody has shown to be theirs, by password or by another provider. */
  async proven(request: FastifyRequest, reply: FastifyReply, accountId: string): Promise<Actor | null> {
    this.refusePlainHttp(request);
    if (!(await this.checkFactor.isAsked(accountId))) return this.enter(request, reply, accountId);
    await this.findActor.entering(accountId);
    await request.session.regenerate();
    request.session.pendingAccountId = accountId;
    request.session.pendingSince = this.clock.now().getTime();
    return null;
  }

  /** Whether this browser has shown a right password and owes the code. */
  isCodeDue({ session }: FastifyRequest): boolean {
    const { pendingAccountId, pendingSince = 0 } = session;
    return Boolean(pendingAccountId) && this.clock.now().getTime() - pendingSince < PENDING_LIMIT;
  }

  /** The second step. Throws SIGN_IN_REQUIRED (401) without the first, otherwise as `CheckFactor`. */
  async enterWithCode(request: FastifyRequest, reply: FastifyReply, code: string): Promise<Actor> {
    const { pendingAccountId } = request.session;
    if (!pendingAccountId || !this.isCodeDue(request)) throw signInAgain();
    await this.noted(
      () => this.checkFactor.execute(pendingAccountId, code),
      async () => pendingAccountId,
    );
    return this.enter(request, reply, pendingAccountId);
  }

  async close(request: FastifyRequest): Promise<void> {
    const { accountId } = request.session;
    if (accountId) await this.audit.record({ action: 'signed-out', subjectKind: 'account.account', subjectId: accountId });
    await request.session.destroy();
  }

  private async enter(request: FastifyRequest, reply: FastifyReply, accountId: string): Promise<Actor> {
    const actor = await this.findActor.entering(accountId);
    if (!actor) throw signInAgain();
    actingIs(actor);
    await this.audit.record({ action: 'signed-in', subjectKind: 'account.account', subjectId: accountId });
    const at = this.clock.now();
    const agent = String(request.headers['user-agent'] ?? '').slice(0, LONGEST_AGENT);
    const secretHash = deviceOf(request, reply, this.env.PUBLIC_URL.startsWith('https:'));
    await this.noteDevice.execute({ accountId, secretHash, device: deviceName(agent), address: request.ip, at });
    await request.session.regenerate();
    const { session } = request;
    session.accountId = accountId;
    session.signedInAt = at.getTime();
    session.renewedAt = at.getTime();
    session.address = request.ip;
    session.agent = agent;
    return actor;
  }

  private async noted<T>(step: () => Promise<T>, whose: () => Promise<string | undefined>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      // Not waited for: how long the answer takes must not tell whether there is such an account.
      if (error instanceof DomainError) void this.noteFailure(whose, error.code);
      throw error;
    }
  }

  /** What was typed as login is not kept: people type passwords there. */
  private async noteFailure(whose: () => Promise<string | undefined>, code: string): Promise<void> {
    try {
      await this.audit.record({ action: 'sign-in-failed', subjectKind: 'account.account', subjectId: await whose(), facts: { code } });
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

const signInAgain = (): DomainError => new DomainError('SIGN_IN_REQUIRED', 401, '登录已过期，请重新登录后继续。');
