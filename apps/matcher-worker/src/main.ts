import { StatisticsShelf } from '@mantianxing/matching';
import { createHttpApp, readEnv, runMain, type Env } from '@mantianxing/platform';
import { MatcherWorker } from './worker';
import { workerModule } from './worker.module';

/** Runs until the process is asked to stop; built anew whenever another epoch of statistics comes into force. */
async function work(env: Env): Promise<void> {
  let stopping = false;
  for (;;) {
    const app = await createHttpApp(workerModule(env), env);
    const worker = app.get(MatcherWorker);
    const epoch = await app.get(StatisticsShelf).activeId();
    const asked = new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.once(signal, () => {
          stopping = true;
          resolve();
        });
      }
    });
    await app.listen(env.WORKER_PORT, env.HOST);
    await Promise.race([worker.start(epoch), asked]);
    await worker.stop();
    await app.close();
    if (stopping) return;
  }
}

runMain('matcher-worker', async () => {
  await work(readEnv());
  process.exit(0);
});
