import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { RemovePersonalData, type Erasure } from '@mantianxing/account';
import { fromText } from './backup/erasure-list';
import { SECRETS } from './backup/manifest';
import { OpenBackup } from './backup/open-backup';
import { connectTo, placesOf, withEmbedded, type CommandOptions } from './backup/reachable-database';
import { restoreBackup } from './backup/restore-backup';
import { commandSettings } from './command-settings';
import type { Places } from './places';
import { PlainError } from './plain-error';
import { seedModule } from './seed/seed.module';

const USAGE = `用法：npm run restore -- 备份文件 [--erasures 已删除名单]
恢复到空的数据文件夹（MANTIANXING_DATA，默认 .local），或 DATABASE_URL 所指的空数据库；有数据的地方不会被覆盖。`;

/** Brings a backup back into an empty place, proves every row, and says what to do next. Throws PlainError. */
export async function runRestore(options: CommandOptions): Promise<void> {
  const { argv, say, env } = options;
  if (argv.includes('--help')) return say(USAGE);
  const wish = read(argv);
  const backup = await OpenBackup.at(resolve(wish.path));
  try {
    const restored = env.DATABASE_URL ? await into(env.DATABASE_URL, backup, options, wish.erasures) : await intoDataFolder(backup, options, wish.erasures);
    const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`已恢复到 ${restored.takenAt} 的状态：${restored.tables.length} 张表、${rows} 行、${restored.files.length} 个文件，逐表校验一致。`);
    say('所有人需要重新登录；检索和待办任务会在启动后自动补齐。');
    if (!restored.hasSecrets) say('备份里没有 secrets.json：如有原件请放回，否则第二因素和机器人密钥要重新设置。');
    if (!env.DATABASE_URL) say('现在可以执行 npm start。');
  } finally {
    backup.close();
  }
}

async function into(url: string, backup: OpenBackup, { dataHome, env, say }: CommandOptions, erasures: Erasure[]) {
  const restored = await restoreBackup({ backup, url, connect: () => connectTo(url), uploads: join(dataHome, 'uploads') });
  if (erasures.length > 0) say(`已按名单重做 ${await replay(url, env, erasures)} 人的个人信息删除。`);
  return restored;
}

/** Whoever asked to be forgotten after the backup was taken is forgotten again. */
async function replay(url: string, env: NodeJS.ProcessEnv, erasures: Erasure[]): Promise<number> {
  Logger.overrideLogger(false);
  const app = await NestFactory.createApplicationContext(seedModule(commandSettings(url, env)) as never, { abortOnError: false });
  try {
    return await app.get(RemovePersonalData).replay(erasures);
  } finally {
    await app.close();
  }
}

function read(argv: string[]): { path: string; erasures: Erasure[] } {
  const parsed = () => parseArgs({ args: argv, options: { erasures: { type: 'string' } }, allowPositionals: true, strict: true });
  let given: ReturnType<typeof parsed>;
  try {
    given = parsed();
  } catch {
    throw new PlainError('有不认识的参数。', USAGE);
  }
  const [path, ...surplus] = given.positionals;
  if (!path || surplus.length > 0) throw new PlainError('请给出一个备份文件。', USAGE);
  const list = given.values.erasures;
  if (list && !existsSync(list)) throw new PlainError(`没有这个文件：${list}`, '请核对已删除名单的位置。');
  return { path, erasures: list ? fromText(readFileSync(list, 'utf8')) : [] };
}

async function intoDataFolder(backup: OpenBackup, options: CommandOptions, erasures: Erasure[]) {
  mkdirSync(options.dataHome, { recursive: true, mode: 0o711 });
  const release = options.claim();
  try {
    const places = placesOf(options);
    refuseUsed(places);
    if (backup.manifest.hasSecrets && !existsSync(places.secrets)) {
      writeFileSync(places.secrets, await backup.file(SECRETS), { mode: 0o600 });
    }
    return await withEmbedded(options, places, (url) => into(url, backup, options, erasures), false);
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
