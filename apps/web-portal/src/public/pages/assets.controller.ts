import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddressFields } from '@mantianxing/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { LOGO, STYLESHEET, STYLESHEET_HASH } from '../stylesheet';

/** The files of the public pages; the client's own stand beside them under the same path. */
@ApiTags('文件')
@Controller('assets')
export class AssetsController {
  @Get('portal.css')
  @AddressFields({ v: z.string() })
  stylesheet(@Query('v') version: unknown, @Res() reply: FastifyReply): void {
    const lasting = version === STYLESHEET_HASH ? 'public, max-age=31536000, immutable' : 'no-cache';
    void reply.header('cache-control', lasting).type('text/css; charset=utf-8').send(STYLESHEET);
  }

  @Get('logo.svg')
  logo(@Res() reply: FastifyReply): void {
    void reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(LOGO);
  }
}
