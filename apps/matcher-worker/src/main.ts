import { createHttpApp, readEnv, runApp, runMain } from '@mantianxing/platform';
import { MatcherWorker } from './worker';
import { workerModule } from './worker.module';

runMain('matcher-worker', async () => {
  const env = readEnv();
  const app = await createHttpApp(workerModule(env), env, 'worker');
  await runApp(app, { port: env.WORKER_PORT, host: env.HOST, work: app.get(MatcherWorker) });
});
