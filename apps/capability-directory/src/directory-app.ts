import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, openApiOf, type Env } from '@mantianxing/platform';
import { AppModule } from './app.module';

/** The app with its OpenAPI document at `/openapi.json`, not yet listening. */
export async function createDirectoryApp(env: Env): Promise<NestFastifyApplication> {
  const app = await createHttpApp(AppModule.forRoot(env), env, 'directory');
  const document = openApiOf(app, '能力目录');
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', async () => document);
  return app;
}
