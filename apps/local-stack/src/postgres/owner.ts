import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { PlainError } from '../plain-error';

/** The system user the database server runs as. Empty ids mean: whoever started us. */
export interface Owner {
  name: string;
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root, so root hands it to the user `postgres`, made here if absent. */
export function postgresOwner(): Owner {
  if (process.getuid?.() !== 0) return { name: 'self' };
  const existing = idsOf('postgres');
  if (existing) return existing;
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', ['--system', '-g', 'postgres', '-M', '-s', '/usr/sbin/nologin', 'postgres']);
  const made = idsOf('postgres');
  if (made) return made;
  throw new PlainError(
    '数据库不能以 root 身份运行，而系统里没有、也无法新建 postgres 用户。',
    '请改用普通用户运行 npm start，或先执行 useradd --system postgres。',
  );
}

/** Gives `path` to the server's user; nothing to do when that is ourselves. */
export function giveTo(owner: Owner, path: string): void {
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
}

/** Can the server's user walk into this folder? The kernel is asked, not the mode bits. */
export function canEnter(owner: Owner, folder: string): boolean {
  return succeedsAs(owner, 'cd "$1"', folder);
}

/** The server shares memory between its processes through /dev/shm, or through files where that is not to be had. */
export function sharedMemorySettings(owner: Owner): Record<string, string> {
  return succeedsAs(owner, 'test -d "$1" && test -w "$1"', '/dev/shm') ? {} : { dynamic_shared_memory_type: 'mmap' };
}

function succeedsAs({ uid, gid }: Owner, script: string, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', script, 'sh', path], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

function idsOf(name: string): Owner | undefined {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
