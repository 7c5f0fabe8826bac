import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WORKER_ACCESS } from '@mantianxing/contracts';
import { createHttpApp, enforceAccess, type Env } from '@mantianxing/platform';
import type { FastifyInstance } from 'fastify';
import { workerModule } from './worker.module';

/** The worker with its health port, not yet listening and not yet at work. */
export async function createWorkerApp(env: Env): Promise<NestFastifyApplication> {
  const app = await createHttpApp(workerModule(env), env, { via: 'worker' });
  enforceAccess(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, { table: WORKER_ACCESS, name: 'WORKER_ACCESS' });
  return app;
}
