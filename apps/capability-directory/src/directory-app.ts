import { DIRECTORY_ACCESS } from '@mantianxing/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { createHttpApp, enforceAccess, innerFace, openApiOf, signedActorOf, type Env } from '@mantianxing/platform';
import { AppModule } from './app.module';

/** The app with its OpenAPI document at `/openapi.json`, not yet listening. */
export async function createDirectoryApp(env: Env): Promise<NestFastifyApplication> {
  const app = await createHttpApp(AppModule.forRoot(env), env, { via: 'directory' });
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  enforceAccess(instance, { table: DIRECTORY_ACCESS, name: 'DIRECTORY_ACCESS', actorOf: signedActorOf(env.INTERNAL_TOKEN_SECRET) });
  const document = openApiOf(app, innerFace('能力目录'));
  instance.get('/openapi.json', async () => document);
  return app;
}
