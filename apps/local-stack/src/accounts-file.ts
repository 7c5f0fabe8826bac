import { existsSync, writeFileSync } from 'node:fs';
import { plainFileError } from './plain-error';

/** A demo account as the sample lists make it: with a password of its own, known only to this installation. */
export interface SampleAccount {
  /** Who it stands for, as it should read on the screen: 区发展改革委 审核员. */
  label: string;
  login: string;
  password: string;
}

function linesOf(accounts: SampleAccount[]): string[] {
  const width = Math.max(...accounts.map(({ login }) => login.length));
  return accounts.map(({ label, login, password }) => `${login.padEnd(width)}  ${password}  ${label}`);
}

/** Keeps the accounts for later, readable by this installation's owner only: as soon as they exist. */
export function keepAccounts(file: string, accounts: SampleAccount[]): void {
  try {
    writeFileSync(file, `# 演示账号（登录名 口令 身份）\n${linesOf(accounts).join('\n')}\n`, { mode: 0o600 });
  } catch (error) {
    throw plainFileError(error, file);
  }
}

export function showAccounts(accounts: SampleAccount[], say: (line: string) => void): void {
  say('演示账号（登录名、口令、身份）：');
  for (const line of linesOf(accounts)) say(`  ${line}`);
}

export function recallAccounts(file: string, say: (line: string) => void): void {
  if (existsSync(file)) say(`演示账号见 ${file}`);
}
