import { PUBLISHING_ACCESS } from '@mantianxing/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { createHttpApp, enforceAccess, innerFace, openApiOf, signedActorOf, type Env } from '@mantianxing/platform';
import { AppModule } from './app.module';

/** The app with its OpenAPI document at `/openapi.json`, not yet listening. */
export async function createPublishingApp(env: Env): Promise<NestFastifyApplication> {
  const app = await createHttpApp(AppModule.forRoot(env), env, { via: 'publishing' });
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  enforceAccess(instance, { table: PUBLISHING_ACCESS, name: 'PUBLISHING_ACCESS', actorOf: signedActorOf(env.INTERNAL_TOKEN_SECRET) });
  const document = openApiOf(app, innerFace('应用场景发布'));
  instance.get('/openapi.json', async () => document);
  return app;
}
