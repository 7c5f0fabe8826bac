import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { QUEUE_BOARD, WORKER_ACCESS } from '@mantianxing/contracts';
import { createHttpApp, enforceAccess, signedActorOf, type Env } from '@mantianxing/platform';
import { QUEUE_BACKEND, QueueBoard, type QueueBackend } from '@mantianxing/queue';
import type { FastifyInstance } from 'fastify';
import { workerModule } from './worker.module';

/** The worker with its port for health and for the board of queues, not yet listening and not yet at work. */
export async function createWorkerApp(env: Env): Promise<NestFastifyApplication> {
  const app = await createHttpApp(workerModule(env), env, { via: 'worker' });
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  enforceAccess(instance, { table: WORKER_ACCESS, name: 'WORKER_ACCESS', actorOf: signedActorOf(env.INTERNAL_TOKEN_SECRET) });
  const board = new QueueBoard(app.get<QueueBackend>(QUEUE_BACKEND));
  await instance.register(board.plugin(QUEUE_BOARD), { prefix: QUEUE_BOARD });
  instance.addHook('onClose', () => board.close());
  return app;
}
