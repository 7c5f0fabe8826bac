import 'reflect-metadata';
import { readEnv, runMain } from '@mantianxing/platform';
import { PortalModule } from './app.module';
import { createPortal } from './portal-server';

runMain('web-portal', async () => {
  const env = readEnv();
  const app = await createPortal(PortalModule.forRoot(env), env);
  await app.listen(env.PORTAL_PORT, env.HOST);
});
