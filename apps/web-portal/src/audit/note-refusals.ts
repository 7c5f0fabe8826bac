import { Logger } from '@nestjs/common';
import type { AuditTrail } from '@mantianxing/audit';
import { actAs, actingOf } from '@mantianxing/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PortalRequest } from '../access/portal-request';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whoever is signed in and asks for what they may not do (403) is in the audit log; strangers are only in the web server's. */
export function noteRefusals(instance: FastifyInstance, audit: AuditTrail): void {
  const logger = new Logger('audit');
  instance.addHook('onResponse', async (request: PortalRequest, reply) => {
    const who = actingOf(request);
    if (reply.statusCode !== 403 || !request.actor || !who) return;
    const note = { action: 'refused', subjectKind: 'route', subjectId: objectOf(request), facts: { status: 403 } } as const;
    await actAs(who, () => audit.record(note)).catch((error: Error) => logger.error(`refusal not logged: ${error.message}`));
  });
}

/** The object the address names; parts of addresses that are no ids may be anything and are left out. */
function objectOf({ params }: FastifyRequest): string {
  const parts = Object.values((params ?? {}) as Record<string, string>).flatMap((part) => part.split('/'));
  return parts.find((part) => UUID.test(part)) ?? '';
}
