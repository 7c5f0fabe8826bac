import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ENV, type Env } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../access/portal-request';
import { passOn } from './pass-on';
import { Upstream } from './upstream';

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
