import { createHttpApp, readEnv, runMain } from '@mantianxing/platform';
import { MatcherWorker } from './worker';
import { workerModule } from './worker.module';

runMain('matcher-worker', async () => {
  const env = readEnv();
  const app = await createHttpApp(workerModule(env), env, { ownsSignals: true });
  const worker = app.get(MatcherWorker);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await worker.stop();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  await app.listen(env.WORKER_PORT, env.HOST);
  await worker.start();
});
