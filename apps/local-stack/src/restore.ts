import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SECRETS } from './backup/manifest';
import { OpenBackup } from './backup/open-backup';
import { connectTo, placesOf, withEmbedded, type CommandOptions } from './backup/reachable-database';
import { restoreBackup } from './backup/restore-backup';
import type { Places } from './places';
import { PlainError } from './plain-error';

const USAGE = `用法：npm run restore -- 备份文件
恢复到空的数据文件夹（MANTIANXING_DATA，默认 .local），或 DATABASE_URL 所指的空数据库；有数据的地方不会被覆盖。`;

/** Brings a backup back into an empty place, proves every row, and says what to do next. Throws PlainError. */
export async function runRestore(options: CommandOptions): Promise<void> {
  const { argv, say, env } = options;
  if (argv.includes('--help')) return say(USAGE);
  const [path, ...surplus] = argv;
  if (!path || surplus.length > 0 || path.startsWith('-')) throw new PlainError('请给出一个备份文件。', USAGE);
  const backup = await OpenBackup.at(resolve(path));
  try {
    const restored = env.DATABASE_URL ? await into(env.DATABASE_URL, backup, options) : await intoDataFolder(backup, options);
    const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`已恢复到 ${restored.takenAt} 的状态：${restored.tables.length} 张表、${rows} 行、${restored.files.length} 个文件，逐表校验一致。`);
    say('所有人需要重新登录；检索和待办任务会在启动后自动补齐。');
    if (!restored.hasSecrets) say('备份里没有 secrets.json：如有原件请放回，否则第二因素和机器人密钥要重新设置。');
    if (!env.DATABASE_URL) say('现在可以执行 npm start。');
  } finally {
    backup.close();
  }
}

const into = (url: string, backup: OpenBackup, { dataHome }: CommandOptions) =>
  restoreBackup({ backup, url, connect: () => connectTo(url), uploads: join(dataHome, 'uploads') });

async function intoDataFolder(backup: OpenBackup, options: CommandOptions) {
  mkdirSync(options.dataHome, { recursive: true, mode: 0o711 });
  const release = options.claim();
  try {
    const places = placesOf(options);
    refuseUsed(places);
    if (backup.manifest.hasSecrets && !existsSync(places.secrets)) {
      writeFileSync(places.secrets, await backup.file(SECRETS), { mode: 0o600 });
    }
    return await withEmbedded(options, places, (url) => into(url, backup, options), false);
  } finally {
    release();
  }
}

/** What lies there is somebody's; whether a cluster holds rows is asked of the database itself. */
function refuseUsed({ home, accounts }: Places): void {
  const uploads = join(home, 'uploads');
  if (!existsSync(accounts) && !(existsSync(uploads) && readdirSync(uploads).length > 0)) return;
  throw new PlainError(`${home} 里已有数据，不能覆盖。`, '请用 MANTIANXING_DATA 指定一个空文件夹，或先移走原有数据。');
}
