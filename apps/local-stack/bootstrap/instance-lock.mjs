import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainFailure, plainWriteFailure } from './plain-failure.mjs';

/**
 * Claims the data folder for this process; the claim falls with it. A claim left behind by a killed process is
 * recognised by its start time, so that a reused process number does not lock anyone out.
 * @returns {{release(): void, tell(address: string): void}}
 */
export function claimInstance(dataHome) {
  const file = join(dataHome, 'instance.json');
  const mine = { pid: process.pid, started: startOf(process.pid) };
  makeFolder(dataHome);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return {
        release: () => rmSync(file, { force: true }),
        tell: (address) => writeFileSync(file, JSON.stringify({ ...mine, address }), { mode: 0o600 }),
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw plainWriteFailure(error, dataHome);
      const other = read(file);
      if (other && isAlive(other)) throw alreadyRunning(other);
      rmSync(file, { force: true });
    }
  }
  throw new PlainFailure(`无法占用 ${file}。`, '请稍后再试。');
}

function makeFolder(dataHome) {
  try {
    const made = mkdirSync(dataHome, { recursive: true });
    // Root's database runs as a user of its own, who must walk through; nobody else may look around.
    if (made) chmodSync(dataHome, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw plainWriteFailure(error.code === 'ENOENT' ? realReason(dataHome, error) : error, dataHome);
  }
}

/** A recursive mkdir on a read-only disk says ENOENT; the nearest folder that is there says why. */
function realReason(path, error) {
  const parent = dirname(path);
  if (!existsSync(parent)) return realReason(parent, error);
  try {
    accessSync(parent, constants.W_OK);
    return error;
  } catch (reason) {
    return reason;
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'EACCES') throw plainWriteFailure(error, file);
    return undefined;
  }
}

function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return startOf(pid) === started;
}

/** When a process began, in clock ticks since boot (field 22 of /proc/<pid>/stat). */
function startOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19];
  } catch {
    return 'unknown';
  }
}

function alreadyRunning({ pid, address }) {
  const where = address ? `，地址 ${address}` : '';
  return new PlainFailure(`满天星已在运行（进程 ${pid}${where}）。`, '请先在原来的窗口按 Ctrl-C 停止，再重新启动。');
}
