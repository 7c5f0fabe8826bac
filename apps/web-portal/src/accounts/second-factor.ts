import type { FactorStanding } from '@mantianxing/account';
import { DomainError, PORTAL_ACCESS, rowOf, type Actor } from '@mantianxing/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * After the table of who may (`enforceAccess`): whoever must have a second factor and has none gets no further than
 * enrolling one; what the table marks `always` is closed even while the grace lasts.
 */
export function requireSecondFactor(instance: FastifyInstance, standing: FactorStanding): void {
  instance.addHook('preParsing', async (request: FastifyRequest & { actor?: Actor }) => {
    const { actor, routeOptions } = request;
    const row = routeOptions.url && rowOf(PORTAL_ACCESS, request.method, routeOptions.url);
    if (!actor || !row || row.who.includes('P') && !row.passedOn || row.factor === 'without') return;
    const lack = await standing.lackOf(actor);
    if (lack === 'NONE' || (lack === 'GRACE' && row.factor !== 'always')) return;
    throw new DomainError('SECOND_FACTOR_MISSING', 403, '您的角色须先启用动态验证码，请到“个人设置·安全”启用后继续。');
  });
}
