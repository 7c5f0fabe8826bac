import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { QUEUE_BOARD } from '@mantianxing/contracts';
import { ENV, type Env } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import type { PortalRequest } from '../access/portal-request';
import { queueBoardPolicy } from '../security-headers';
import { passOn } from './pass-on';
import { Upstream } from './upstream';

/** bull-board of the worker, to read, for administrators. */
@ApiExcludeController()
@Controller(QUEUE_BOARD)
export class QueueBoardController {
  private readonly worker: Upstream;
  private readonly policy: string;

  constructor(@Inject(ENV) env: Env) {
    this.policy = queueBoardPolicy(env.PUBLIC_URL.startsWith('https:'));
    this.worker = new Upstream('匹配服务', env.WORKER_URL, QUEUE_BOARD, env.INTERNAL_TOKEN_SECRET);
  }

  @Get(['', '*'])
  async show(@Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('content-security-policy', this.policy);
    await passOn(this.worker, request, reply);
  }
}
