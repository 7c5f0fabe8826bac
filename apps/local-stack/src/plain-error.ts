import { statfsSync } from 'node:fs';

/**
 * A fault the person at the keyboard can mend: one sentence of what happened, one of what to do.
 * The bootstrap prints both without a stack trace and ends with exit code 1.
 */
export class PlainError extends Error {
  override readonly name = 'PlainError';

  constructor(
    sentence: string,
    readonly remedy: string,
  ) {
    super(sentence);
  }
}

/** Turns a failed system call on `path` into a sentence; anything unknown is handed back as it was. */
export function plainFileError(error: unknown, path: string): Error {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path);
  if (code === 'EACCES' || code === 'EPERM') {
    return new PlainError(`没有权限写入 ${path}。`, '请换一个当前用户可写的文件夹，或修改该文件夹的属主和权限后再试。');
  }
  if (code === 'EROFS') {
    return new PlainError(`${path} 所在的磁盘是只读的。`, '请用 MANTIANXING_DATA 指定一个可写的文件夹后再试。');
  }
  return error as Error;
}

export function diskFull(path: string): PlainError {
  return new PlainError(`磁盘已满，无法写入 ${path}。`, '请腾出至少 1 GB 空间，或用 MANTIANXING_DATA 指定另一块磁盘上的文件夹。');
}

const HARDLY_ANYTHING = 4_000_000;

/** Whether the disk under `path` has hardly a byte left: then that is the reason, whatever a program says. */
export function isDiskFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize < HARDLY_ANYTHING;
  } catch {
    return false;
  }
}
