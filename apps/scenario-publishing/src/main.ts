import 'reflect-metadata';
import { readEnv, runApp, runMain } from '@mantianxing/platform';
import { createPublishingApp } from './publishing-app';

runMain('scenario-publishing', async () => {
  const env = readEnv();
  const app = await createPublishingApp(env);
  await runApp(app, { port: env.PUBLISHING_PORT, host: env.HOST });
});
