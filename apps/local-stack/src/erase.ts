import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PersonalData, RemovePersonalData } from '@mantianxing/account';
import { DomainError } from '@mantianxing/contracts';
import { actAs } from '@mantianxing/platform';
import { asText } from './backup/erasure-list';
import { withDatabase, type CommandOptions } from './backup/reachable-database';
import { PlainError } from './plain-error';
import { seedModule } from './seed/seed.module';
import { commandSettings } from './command-settings';

const USAGE = `用法：npm run erase -- --login 登录名     删除一个人的个人信息（本人要求时），不可恢复
      npm run erase -- --list 文件        导出已删除名单（只有编号），供恢复备份后重做：npm run restore -- 备份 --erasures 文件`;

/** Removes one person's data at their wish, or lists all removals so that a restore can repeat them. Throws PlainError. */
export async function runErase(options: CommandOptions): Promise<void> {
  const { say, env } = options;
  const wish = read(options.argv);
  if (!wish) return say(USAGE);
  await withDatabase(options, async (url) => {
    Logger.overrideLogger(false);
    const app = await NestFactory.createApplicationContext(seedModule(commandSettings(url, env)) as never, { abortOnError: false });
    try {
      if (wish.list) {
        const erasures = await app.get(PersonalData).erasures();
        writeFileSync(wish.list, asText(erasures), { mode: 0o600, flag: 'wx' });
        return say(`已导出 ${erasures.length} 条：${wish.list}`);
      }
      await actAs({ via: 'command', operation: 'erase' }, () => app.get(RemovePersonalData).onRequest(wish.login as string, null, new Date()));
      say(`已删除“${wish.login}”的姓名、职务、电话和邮箱，账号已停用。请更新备份旁的已删除名单（--list）。`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new PlainError(`${wish.list} 已存在，不会覆盖。`, '请换一个文件名。');
      throw error instanceof DomainError ? new PlainError(error.message, '') : error;
    } finally {
      await app.close();
    }
  });
}

function read(argv: string[]): { login?: string; list?: string } | undefined {
  let values: { login?: string; list?: string };
  try {
    values = parseArgs({ args: argv, options: { login: { type: 'string' }, list: { type: 'string' } }, strict: true }).values;
  } catch {
    throw new PlainError('有不认识的参数。', USAGE);
  }
  if (!values.login === !values.list) {
    if (argv.length === 0) return undefined;
    throw new PlainError('请只给出 --login 或 --list 之一。', USAGE);
  }
  return values;
}
