// npm run calendar -- 2027.csv --source 国务院通知名称: one published year of days off and make-up days into the database.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainFailure, reportFailure } from './bootstrap/plain-failure.mjs';
import { say } from './bootstrap/say.mjs';

async function main() {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const built = join(root, 'dist/apps/local-stack/src/calendar.js');
  if (!existsSync(built)) throw new PlainFailure('程序还没有编译。', '请先执行 npm start（会自动编译）或 npm run build。');
  const { runCalendar } = createRequire(import.meta.url)(built);
  const dataHome = resolve(root, process.env.MANTIANXING_DATA || '.local');
  await runCalendar({ argv: process.argv.slice(2), dataHome, env: process.env, say });
}

await main().catch(reportFailure);
process.exit();
