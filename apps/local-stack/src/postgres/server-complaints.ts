import { diskFull, PlainError } from '../plain-error';

interface Place {
  dataDir: string;
  port: number;
  logFile: string;
}

/** What initdb and the server say when they give up, and what a person can do about it. */
const COMPLAINTS: [RegExp, (place: Place) => PlainError][] = [
  [/No space left on device|Disk quota exceeded/i, ({ dataDir }) => diskFull(dataDir)],
  [
    /Address already in use/i,
    ({ port }) => new PlainError(`数据库端口 ${port} 已被占用。`, '请结束占用该端口的程序，或去掉 POSTGRES_PORT 由系统自动选择。'),
  ],
  [
    /invalid locale name|locale .* (?:not supported|could not be)/i,
    () => new PlainError('系统没有 C.UTF-8 语言环境，无法新建中文数据库。', '请执行 apt-get install locales libc-bin 后再试。'),
  ],
  [
    /could not (?:create|open|map|resize) (?:shared memory|anonymous shared memory)/i,
    () => new PlainError('系统共享内存不足或 /dev/shm 不可用。', '请挂载 /dev/shm（至少 64 MB）并保证有 200 MB 空闲内存后再试。'),
  ],
  [
    /Cannot allocate memory|out of memory/i,
    () => new PlainError('内存不足，数据库无法启动。', '请关闭其他程序，保证有 1.5 GB 可用内存后再试。'),
  ],
  [
    /database files are incompatible with server|was initialized by PostgreSQL version/i,
    ({ dataDir }) =>
      new PlainError(`${dataDir} 是由另一版本的数据库建立的。`, '请用原来的版本打开并导出，或执行 npm start -- --reset 重新开始。'),
  ],
  [
    /lock file "postmaster\.pid" already exists/i,
    ({ dataDir }) => new PlainError(`${dataDir} 正被另一个数据库进程使用。`, '请先停止另一个正在运行的实例。'),
  ],
  [/Read-only file system/i, ({ dataDir }) => new PlainError(`${dataDir} 所在的磁盘是只读的。`, '请用 MANTIANXING_DATA 指定可写的文件夹后再试。')],
  [/Permission denied/i, ({ dataDir }) => new PlainError(`没有权限使用 ${dataDir}。`, '请把该文件夹的属主改回原来的用户，或执行 npm start -- --reset。')],
  [
    /invalid permissions|wrong ownership|could not read|PANIC|invalid checkpoint|corrupt/i,
    ({ dataDir, logFile }) =>
      new PlainError(`数据库文件 ${dataDir} 已损坏。`, `详情见 ${logFile}；若无需保留数据，可执行 npm start -- --reset 重新开始。`),
  ],
];

/** True for a complaint that goes away by itself within seconds. */
export function isPassing(text: string): boolean {
  return /pre-existing shared memory block|the database system is (?:starting up|shutting down)/i.test(text);
}

export function plainPostgresError(text: string, place: Place): PlainError {
  const known = COMPLAINTS.find(([pattern]) => pattern.test(text));
  if (known) return known[1](place);
  const reason = text.split('\n').find((line) => /FATAL|error|ERROR/.test(line)) ?? text.trim().split('\n').at(-1);
  return new PlainError(`数据库无法启动：${reason || '原因不明'}`, `详情见 ${place.logFile}。`);
}
