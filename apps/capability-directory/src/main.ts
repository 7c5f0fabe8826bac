import 'reflect-metadata';
import { readEnv, runApp, runMain } from '@mantianxing/platform';
import { createDirectoryApp } from './directory-app';

runMain('capability-directory', async () => {
  const env = readEnv();
  const app = await createDirectoryApp(env);
  await runApp(app, { port: env.DIRECTORY_PORT, host: env.HOST });
});
