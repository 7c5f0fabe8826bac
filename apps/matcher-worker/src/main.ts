import { readEnv, runApp, runMain } from '@mantianxing/platform';
import { MatcherWorker } from './worker';
import { createWorkerApp } from './worker-app';

runMain('matcher-worker', async () => {
  const env = readEnv();
  const app = await createWorkerApp(env);
  await runApp(app, { port: env.WORKER_PORT, host: env.HOST, work: app.get(MatcherWorker) });
});
