import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Env } from '../config/env';
import { carryActing } from '../acting';
import { Lifecycle } from '../health/lifecycle';
import { DiscreetLogger } from '../logging/discreet-logger';
import { DATA_HEADERS, type AnswerHeaders } from './answer-headers';
import { DomainErrorFilter, problemOf } from './domain-error.filter';
import { BODY_LIMIT, brokenRequestAnswerer, HEADER_LIMIT, limitRequests, REQUEST_TIME } from './request-limits';
import { UndeclaredInputInterceptor } from './undeclared-input.interceptor';
import { contractValidation } from './validation';

export interface HttpAppChoice {
  /** The app's name in the audit log. */
  via?: string;
  /** Routes of the apps it passes on to, as `GET /api/x/:id`: it says which methods their addresses know. */
  behind?: readonly string[];
  /** On every answer, whatever becomes of the request; a route may say otherwise. */
  headers?: AnswerHeaders;
  /** Answers requests whose address cannot be read; by default as JSON. */
  unreadable?: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
}

function answerPlainly(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = problemOf(error, request.id);
  void reply.status(status).send(body);
}

/**
 * An HTTP app with the house's filter, validation and limits, not yet listening: `runApp` serves it.
 */
export async function createHttpApp(
  module: Type | object,
  env: Env,
  { via = 'http', headers = DATA_HEADERS, unreadable = answerPlainly, behind }: HttpAppChoice = {},
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    module as Type,
    new FastifyAdapter({
      bodyLimit: BODY_LIMIT,
      http: { maxHeaderSize: HEADER_LIMIT },
      requestTimeout: REQUEST_TIME,
      clientErrorHandler: brokenRequestAnswerer(headers),
      trustProxy: env.TRUSTED_PROXIES,
      genReqId: () => randomUUID(),
      // An address that cannot be read is refused before any filter could translate it.
      frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => unreadable(error, request, reply.headers(headers)),
    }),
    { logger: new DiscreetLogger({ logLevels: levelsFrom(env.LOG_LEVEL) }), abortOnError: false },
  );
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  instance.addHook('onRequest', async (_request, reply) => void reply.headers(headers));
  carryActing(instance, via);
  limitRequests(app, behind);
  app.useGlobalFilters(new DomainErrorFilter());
  app.useGlobalInterceptors(new UndeclaredInputInterceptor());
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

/** Runs an app's `main`: one clear line and exit code 1 when it cannot start. */
export function runMain(name: string, main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${name} 启动失败：${message}\n`);
    process.exit(1);
  });
}
