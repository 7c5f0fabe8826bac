import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../access/portal-request';
import { Upstream } from './upstream';

/** What the two apps know of; others (TRACE above all, which no client of ours can send on) end here. */
const PASSED = ['DELETE', 'GET', 'HEAD', 'POST', 'PUT'];

/**
 * Passes the two lists' API on to the apps that own them. Open to everybody here, because each of those
 * apps decides by the signed actor; documented in their own OpenAPI.
 */
@ApiExcludeController()
@Controller('api')
export class GatewayController {
  private readonly publishing: Upstream;
  private readonly directory: Upstream;

  constructor(@Inject(ENV) env: Env) {
    const secret = env.INTERNAL_TOKEN_SECRET;
    this.publishing = new Upstream('场景发布服务', env.PUBLISHING_URL, '/api/scenarios', secret);
    this.directory = new Upstream('能力目录服务', env.DIRECTORY_URL, '/api/capabilities', secret);
  }

  @All(['scenarios', 'scenarios/*'])
  scenarios(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    return passOn(this.publishing, request, reply);
  }

  @All(['capabilities', 'capabilities/*'])
  capabilities(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    return passOn(this.directory, request, reply);
  }
}

async function passOn(upstream: Upstream, request: PortalRequest, reply: FastifyReply): Promise<void> {
  const { method, headers, body, actor } = request;
  if (!PASSED.includes(method)) {
    void reply.header('allow', PASSED.join(', '));
    throw new DomainError('METHOD_NOT_ALLOWED', 405, '此地址不支持这种操作。');
  }
  const origin = { address: request.ip, agent: headers['user-agent'] };
  const answer = await upstream.pass({ method, url: request.url, headers, body, requestId: request.id, actor, origin });
  void reply.status(answer.status).headers(answer.headers).send(answer.body.length > 0 ? answer.body : undefined);
}
