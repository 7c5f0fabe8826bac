import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesIn } from '../places';
import { PlainError } from '../plain-error';
import { postgresOwner } from '../postgres/owner';
import { keptSecrets } from '../secrets';

const DATABASE = 'mantianxing';
/** Where PostgreSQL writes its port in `postmaster.pid`, counted from 0. */
const PORT_LINE = 3;

/** DATABASE_URL where somebody set it, else the database of the running local stack. Throws PlainError. */
export function databaseAddress(env: NodeJS.ProcessEnv, dataHome: string): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  if (!existsSync(join(dataHome, 'secrets.json'))) {
    throw new PlainError('本机还没有启动过满天星。', '请先执行 npm start；要查看别处的数据库，请设置 DATABASE_URL。');
  }
  const places = placesIn(dataHome, postgresOwner(), Boolean(env.MANTIANXING_DATA));
  const { postgresPassword } = keptSecrets(places.secrets);
  const pidFile = join(places.postgres, 'data', 'postmaster.pid');
  const port = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n')[PORT_LINE]?.trim() : undefined;
  if (!port) throw new PlainError('满天星没有在运行，读不到数据。', '请先在另一个窗口执行 npm start。');
  return `postgres://mantianxing:${postgresPassword}@127.0.0.1:${port}/${DATABASE}`;
}
