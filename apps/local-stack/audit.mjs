// npm run audit:verify / audit:export: see apps/local-stack/src/audit/run-audit.ts.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimInstance } from './bootstrap/instance-lock.mjs';
import { PlainFailure, reportFailure } from './bootstrap/plain-failure.mjs';
import { say } from './bootstrap/say.mjs';

async function main() {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const built = join(root, 'dist/apps/local-stack/src/audit/run-audit.js');
  if (!existsSync(built)) throw new PlainFailure('程序还没有编译。', '请先执行 npm start（会自动编译）或 npm run build。');
  const { runAudit } = createRequire(import.meta.url)(built);
  const dataHome = resolve(root, process.env.MANTIANXING_DATA || '.local');
  const claim = () => claimInstance(dataHome).release;
  return runAudit({ argv: process.argv.slice(2), dataHome, env: process.env, say, claim });
}

const code = await main().catch((error) => {
  reportFailure(error);
  return 1;
});
process.exit(code);
