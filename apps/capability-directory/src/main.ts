import 'reflect-metadata';
import { readEnv, runMain } from '@mantianxing/platform';
import { createDirectoryApp } from './directory-app';

runMain('capability-directory', async () => {
  const env = readEnv();
  const app = await createDirectoryApp(env);
  await app.listen(env.DIRECTORY_PORT, env.HOST);
});
