import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CalendarCoverage, LoadCalendarYear } from '@mantianxing/calendar';
import { DomainError } from '@mantianxing/contracts';
import { readEnv } from '@mantianxing/platform';
import { databaseAddress } from './journey/database-address';
import { PlainError } from './plain-error';
import { seedModule } from './seed/seed.module';

export interface CalendarOptions {
  argv: string[];
  dataHome: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
}

const USAGE = `用法：npm run calendar -- 文件.csv [--source 通知名称]
文件为UTF-8文本，第一行“日期,类型,名称”，以后每行一天，类型写“放假”或“上班”，例如：2027-02-05,放假,春节
一个文件写一年；再次载入会整年替换，已定的期限不变。不带文件时，只报告缺少哪一年。`;
/** A year has some forty lines. */
const MOST_BYTES = 64 * 1024;

/** Loads one year of working days, or says which are missing. Throws PlainError for what a person can mend. */
export async function runCalendar({ argv, dataHome, env, say }: CalendarOptions): Promise<void> {
  const { file, source } = read(argv);
  const text = file ? textOf(file) : undefined;
  const secret = randomBytes(32).toString('hex');
  const settings = readEnv({ DATABASE_URL: databaseAddress(env, dataHome), SESSION_SECRET: secret, INTERNAL_TOKEN_SECRET: secret });
  Logger.overrideLogger(false);
  const app = await NestFactory.createApplicationContext(seedModule(settings) as never, { abortOnError: false }).catch(() => {
    throw new PlainError('连不上数据库。', '请先在另一个窗口执行 npm start，或核对 DATABASE_URL。');
  });
  try {
    if (text !== undefined) {
      const { year, holidays, makeUpDays } = await app.get(LoadCalendarYear).execute(text, source || basename(file ?? ''));
      say(`已载入${year}年：放假${holidays}天，调休上班${makeUpDays}天。`);
    }
    const { warning } = await app.get(CalendarCoverage).execute();
    say(warning || '需要的年份都已载入。');
    if (text === undefined) say(USAGE);
  } catch (error) {
    if (error instanceof DomainError) throw new PlainError(error.message, error.problems.map(({ message }) => message).join(' '));
    throw error;
  } finally {
    await app.close();
  }
}

function read(argv: string[]): { file?: string; source: string } {
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { source: { type: 'string' } } });
    return { file: positionals[0], source: values.source ?? '' };
  } catch {
    throw new PlainError('参数有误。', USAGE);
  }
}

function textOf(file: string): string {
  try {
    if (statSync(file).size > MOST_BYTES) throw new PlainError('文件过大，请确认是一年的节假日安排。', USAGE);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(`读不到文件 ${file}。`, USAGE);
  }
}
