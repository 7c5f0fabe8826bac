// npm run reconcile: holds every promise of the journey against PostgreSQL and asks again for what is missing.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainFailure, reportFailure } from './bootstrap/plain-failure.mjs';
import { say } from './bootstrap/say.mjs';

async function main() {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const built = (path) => join(root, 'dist/apps', path);
  const own = built('local-stack/src/reconcile.js');
  if (!existsSync(own)) throw new PlainFailure('程序还没有编译。', '请先执行 npm start（会自动编译）或 npm run build。');
  const load = createRequire(import.meta.url);
  const { reconcileOnce: look } = load(built('matcher-worker/src/reconcile.js'));
  const dataHome = resolve(root, process.env.MANTIANXING_DATA || '.local');
  return load(own).runReconcile({ argv: process.argv.slice(2), dataHome, env: process.env, say, look });
}

const code = await main().catch((error) => {
  reportFailure(error);
  return 1;
});
process.exit(code);
