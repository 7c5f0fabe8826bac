import 'reflect-metadata';
import { readEnv, runMain } from '@mantianxing/platform';
import { createPublishingApp } from './publishing-app';

runMain('scenario-publishing', async () => {
  const env = readEnv();
  const app = await createPublishingApp(env);
  await app.listen(env.PUBLISHING_PORT, env.HOST);
});
