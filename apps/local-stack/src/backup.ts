import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connectTo, placesOf, withDatabase, type CommandOptions } from './backup/reachable-database';
import { writeBackup } from './backup/write-backup';
import { makeFolder } from './places';
import { PlainError } from './plain-error';

const USAGE = `用法：npm run backup [-- --out 文件] [--with-secrets]
  --out           备份文件，默认放在数据文件夹的 backups 下，以时间命名
  --with-secrets  连同 secrets.json 一起备份。库中的第二因素和机器人密钥要靠它解密；带密钥的备份请加密保存`;

/** Backs up the database and the uploaded files into one archive, while the system runs or not. Throws PlainError. */
export async function runBackup(options: CommandOptions): Promise<void> {
  const { say, dataHome, env } = options;
  const wish = read(options.argv);
  if (wish.help) return say(USAGE);
  const file = resolve(wish.out ?? join(dataHome, 'backups', `mantianxing-${stamp(new Date())}.zip`));
  if (existsSync(file)) throw new PlainError(`${file} 已存在，不会覆盖。`, '请换一个文件名。');
  const manifest = await withDatabase(options, async (url) => {
    makeFolder(join(file, '..'), 0o700);
    const client = await connectTo(url);
    try {
      const secrets = wish.withSecrets ? secretsOf(options) : undefined;
      return await writeBackup({ client, file, uploads: join(dataHome, 'uploads'), secrets });
    } finally {
      await client.end().catch(() => undefined);
    }
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(`已备份 ${manifest.tables.length} 张表、${rows} 行、${manifest.files.length} 个文件：${file}（${sizeOf(file)}）`);
  if (!manifest.hasSecrets && !env.DATABASE_URL) {
    say('备份里没有 secrets.json：请另行妥善保存，否则恢复后第二因素和机器人密钥要重新设置。');
  }
}

function secretsOf(options: CommandOptions): string {
  if (options.env.DATABASE_URL) throw new PlainError('--with-secrets 只用于 npm start 的数据。', '自行部署时，密钥在您的 .env 里，请单独备份。');
  return placesOf(options).secrets;
}

function read(argv: string[]): { out?: string; withSecrets: boolean; help: boolean } {
  const options = { out: { type: 'string' }, 'with-secrets': { type: 'boolean' }, help: { type: 'boolean' } } as const;
  try {
    const { values } = parseArgs({ args: argv, options, strict: true });
    return { out: values.out, withSecrets: values['with-secrets'] ?? false, help: values.help ?? false };
  } catch {
    throw new PlainError('有不认识的参数。', USAGE);
  }
}

const stamp = (at: Date): string => at.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
const sizeOf = (file: string): string => `${(statSync(file).size / 1_048_576).toFixed(1)} MiB`;
