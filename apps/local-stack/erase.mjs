// npm run erase: see apps/local-stack/src/erase.ts.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimInstance } from './bootstrap/instance-lock.mjs';
import { PlainFailure, reportFailure } from './bootstrap/plain-failure.mjs';
import { say } from './bootstrap/say.mjs';

async function main() {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const built = join(root, 'dist/apps/local-stack/src/erase.js');
  if (!existsSync(built)) throw new PlainFailure('程序还没有编译。', '请先执行 npm start（会自动编译）或 npm run build。');
  const { runErase } = createRequire(import.meta.url)(built);
  const dataHome = resolve(root, process.env.MANTIANXING_DATA || '.local');
  const claim = () => claimInstance(dataHome).release;
  await runErase({ argv: process.argv.slice(2), dataHome, env: process.env, say, claim });
}

await main().catch(reportFailure);
process.exit();
