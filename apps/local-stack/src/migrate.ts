import { runMigrations } from '@mantianxing/database';
import { readEnv, runMain } from '@mantianxing/platform';

/** Brings a deployment's database forward and ends; compose starts the apps only after it has succeeded. */
runMain('数据库升级', async () => {
  const ran = await runMigrations(readEnv().DATABASE_URL);
  process.stdout.write(ran.length > 0 ? `已执行：${ran.join('、')}\n` : '数据库已是最新\n');
});
