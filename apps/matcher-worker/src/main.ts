import { WORKER_ACCESS } from '@mantianxing/contracts';
import { createHttpApp, enforceAccess, readEnv, runApp, runMain } from '@mantianxing/platform';
import type { FastifyInstance } from 'fastify';
import { MatcherWorker } from './worker';
import { workerModule } from './worker.module';

runMain('matcher-worker', async () => {
  const env = readEnv();
  const app = await createHttpApp(workerModule(env), env, { via: 'worker' });
  enforceAccess(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, { table: WORKER_ACCESS, name: 'WORKER_ACCESS' });
  await runApp(app, { port: env.WORKER_PORT, host: env.HOST, work: app.get(MatcherWorker) });
});
