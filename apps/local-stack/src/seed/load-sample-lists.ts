import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SampleAccount } from '../accounts-file';
import { PlainError } from '../plain-error';

/**
 * Fills an empty, migrated database with the sample lists, all or nothing, and answers the demo accounts. In a
 * process of its own, so that the local stack does not carry the whole domain in its memory afterwards.
 */
export async function loadSampleLists(databaseUrl: string): Promise<SampleAccount[]> {
  const script = join(__dirname, 'seed-process.js');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script], {
      // Nobody signs in to this process: its secrets end with it.
      env: { DATABASE_URL: databaseUrl, SESSION_SECRET: secret(), INTERNAL_TOKEN_SECRET: secret() },
      maxBuffer: 1_000_000,
    });
    return JSON.parse(stdout) as SampleAccount[];
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new PlainError(`示例清单载入失败：${stderr.trim().split('\n')[0] ?? ''}`, '请执行 npm start -- --reset 重新开始。');
  }
}

function secret(): string {
  return randomBytes(32).toString('hex');
}
