import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../plain-error';

/**
 * Stops a server that outlived its parent (kill -9, out of memory) and removes the pid file it or a power cut
 * left behind. A process is only touched if it is a postgres working in this very data folder: its number may
 * long since belong to somebody else. Returns whether one was stopped.
 */
export async function stopStalePostmaster(dataDir: string): Promise<boolean> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!worksIn(pid, dataDir)) {
    rmSync(pidFile, { force: true });
    return false;
  }
  for (const [signal, patienceMs] of [['SIGINT', 10_000], ['SIGQUIT', 3_000], ['SIGKILL', 3_000]] as const) {
    process.kill(pid, signal);
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      if (!worksIn(pid, dataDir)) return true;
      await sleep(50);
    }
  }
  throw new PlainError(`上次遗留的数据库进程（${pid}）无法停止。`, `请执行 kill -9 ${pid} 后再试。`);
}

/** The server makes the data folder its working folder; the kernel tells which that is. */
function worksIn(pid: number, dataDir: string): boolean {
  try {
    const isServer = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0].endsWith('postgres');
    return isServer && readlinkSync(`/proc/${pid}/cwd`) === dataDir;
  } catch {
    return false;
  }
}
