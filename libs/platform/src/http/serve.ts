import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Env } from '../config/env';
import { carryActing } from '../acting';
import { Lifecycle } from '../health/lifecycle';
import { DomainErrorFilter, problemOf } from './domain-error.filter';
import { contractValidation } from './validation';

/** No request body is larger than this, in bytes. */
export const BODY_LIMIT = 1_048_576;

/**
 * An HTTP app with the house's filter, validation and limits, not yet listening: `runApp` serves it. `via` is the
 * app's name in the audit log.
 */
export async function createHttpApp(module: Type | object, env: Env, via = 'http'): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    module as Type,
    new FastifyAdapter({
      bodyLimit: BODY_LIMIT,
      trustProxy: env.TRUSTED_PROXIES,
      genReqId: () => randomUUID(),
      // An address that cannot be read is refused before any filter could translate it.
      frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
        const { status, body } = problemOf(error, request.id);
        void reply.status(status).send(body);
      },
    }),
    { logger: levelsFrom(env.LOG_LEVEL), abortOnError: false },
  );
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  carryActing(instance, via);
  app.useGlobalFilters(new DomainErrorFilter());
  app.useGlobalPipes(contractValidation());
  // While the process stops, each answer is the last one on its connection.
  const lifecycle = app.get(Lifecycle);
  instance.addHook('onSend', async (_request, reply) => {
    if (lifecycle.isStopping) reply.header('connection', 'close');
  });
  return app;
}

const LEVELS = ['fatal', 'error', 'warn', 'log', 'debug'] as const;

export function levelsFrom(lowest: Env['LOG_LEVEL']): (typeof LEVELS)[number][] {
  return LEVELS.slice(0, LEVELS.indexOf(lowest) + 1);
}

/** The OpenAPI document made from the zod contracts on the routes. */
export function openApiOf(app: NestFastifyApplication, title: string): OpenAPIObject {
  const config = new DocumentBuilder().setTitle(title).setVersion('1').build();
  return SwaggerModule.createDocument(app, config);
}

/** Runs an app's `main`: one clear line and exit code 1 when it cannot start. */
export function runMain(name: string, main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${name} 启动失败：${message}\n`);
    process.exit(1);
  });
}
