import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { PlainError, plainFileError } from './plain-error';

export interface Secrets {
  postgresPassword: string;
  sessionSecret: string;
  internalTokenSecret: string;
}

const NAMES: (keyof Secrets)[] = ['postgresPassword', 'sessionSecret', 'internalTokenSecret'];

/** The secrets of this installation: made at the first start, readable by its owner only. */
export function keptSecrets(file: string): Secrets {
  if (!existsSync(file)) return made(file);
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8')) as Secrets;
    if (NAMES.every((name) => secrets[name]?.length >= 32)) return secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw plainFileError(error, file);
  }
  throw new PlainError(`${file} 已损坏，无法打开数据库。`, '请从备份恢复该文件，或执行 npm start -- --reset 重新开始。');
}

function made(file: string): Secrets {
  const secret = () => randomBytes(32).toString('hex');
  const secrets: Secrets = { postgresPassword: secret(), sessionSecret: secret(), internalTokenSecret: secret() };
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw plainFileError(error, file);
  }
  return secrets;
}
