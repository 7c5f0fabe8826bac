import 'reflect-metadata';
import { readEnv, runApp, runMain } from '@mantianxing/platform';
import { PortalModule } from './app.module';
import { createPortal } from './portal-server';

runMain('web-portal', async () => {
  const env = readEnv();
  const app = await createPortal(PortalModule.forRoot(env), env);
  await runApp(app, { port: env.PORTAL_PORT, host: env.HOST });
});
