import { DomainError } from '@mantianxing/contracts';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../access/portal-request';
import type { Upstream } from './upstream';

/** What the two apps know of; others (TRACE above all, which no client of ours can send on) end here. */
const PASSED = ['DELETE', 'GET', 'HEAD', 'POST', 'PUT'];

/** Answers with what the app behind the portal answers. */
export async function passOn(upstream: Upstream, request: PortalRequest, reply: FastifyReply): Promise<void> {
  const { method, headers, body, actor } = request;
  if (!PASSED.includes(method)) {
    void reply.header('allow', PASSED.join(', '));
    throw new DomainError('METHOD_NOT_ALLOWED', 405, '此地址不支持这种操作。');
  }
  const origin = { address: request.ip, agent: headers['user-agent'] };
  const answer = await upstream.pass({ method, url: request.url, headers, body, requestId: request.id, actor, origin });
  void reply.status(answer.status).headers(answer.headers).send(answer.body.length > 0 ? answer.body : undefined);
}
