import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, plainFileError } from './plain-error';
import { makeReachable, REACHABLE_HOME } from './postgres/binaries';
import { canEnter, type Owner } from './postgres/owner';

/** Where this installation keeps things; all absolute. */
export interface Places {
  home: string;
  secrets: string;
  accounts: string;
  logs: string;
  mail: string;
  /** The database's files: below `home`, or where the database's user can reach them. */
  postgres: string;
}

/**
 * Root's own folders are closed to the database's user. Files of a default installation then live under
 * /var/lib; a folder somebody chose by MANTIANXING_DATA is refused instead, never silently replaced.
 */
export function placesIn(home: string, owner: Owner, chosen: boolean): Places {
  const real = realpathSync(home);
  const places = {
    home: real,
    secrets: join(real, 'secrets.json'),
    accounts: join(real, 'accounts.txt'),
    logs: join(real, 'logs'),
    mail: join(real, 'mail'),
    postgres: join(real, 'postgres'),
  };
  if (canEnter(owner, real)) return places;
  if (chosen) {
    throw new PlainError(`数据库用户 ${owner.name} 无法进入 ${real}。`, `请执行 chmod o+x 放开上级文件夹，或换一个位置。`);
  }
  const id = createHash('sha256').update(real).digest('hex').slice(0, 12);
  try {
    makeReachable(REACHABLE_HOME);
    makeReachable(join(REACHABLE_HOME, id));
  } catch (error) {
    throw plainFileError(error, REACHABLE_HOME);
  }
  return { ...places, postgres: join(REACHABLE_HOME, id, 'postgres') };
}

export function makeFolder(path: string, mode: number): void {
  try {
    mkdirSync(path, { recursive: true, mode });
  } catch (error) {
    throw plainFileError(error, path);
  }
}
