import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FindActor } from '@mantianxing/account';
import { DomainError, lettersOf, type Actor } from '@mantianxing/contracts';
import { actingIs } from '@mantianxing/platform';
import type { FastifyRequest } from 'fastify';
import { ALLOW, type Access } from './allow';

export type PortalRequest = FastifyRequest & { actor?: Actor };

/** Puts the signed-in actor on the request, then applies the route's rule. No rule, no entry. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly findActor: FindActor,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<PortalRequest>();
    const { accountId } = request.session;
    request.actor = accountId ? await this.findActor.execute(accountId) : undefined;
    actingIs(request.actor);
    const rule = this.reflector.getAllAndOverride<Access[] | undefined>(ALLOW, [context.getHandler(), context.getClass()]);
    if (!rule) return false;
    if (rule.includes('P')) return true;
    if (!request.actor) throw new DomainError('SIGN_IN_REQUIRED', 401, '登录已过期，请重新登录后继续。');
    const letters = lettersOf(request.actor);
    if (rule.some((who) => who === 'SIGNED_IN' || letters.has(who))) return true;
    throw new DomainError('FORBIDDEN', 403, '您暂无此页权限，如需开通请联系管理员。');
  }
}
