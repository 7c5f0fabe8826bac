import { DomainError } from '@mantianxing/contracts';

/** A fault the person can mend, in one Chinese sentence. */
export class PlainFailure extends Error {
  override name = 'PlainFailure';
}

const WRITE_FAULTS: Record<string, string> = {
  ENOENT: '所在的文件夹不存在，请先建好文件夹',
  ENOTDIR: '所在的路径不是文件夹，请核对路径',
  EISDIR: '是一个文件夹，请写明文件名',
  EACCES: '没有权限写入，请换一个文件夹',
  EPERM: '没有权限写入，或文件正在 Excel、WPS 中打开，请关闭后再试',
  EBUSY: '正在 Excel、WPS 中打开，请关闭后再试',
  EROFS: '所在的磁盘是只读的，请换一个文件夹',
  ENOSPC: '所在的磁盘已满，请腾出空间后再试',
  EDQUOT: '所在的磁盘配额已满，请腾出空间后再试',
  EFBIG: '超过了磁盘允许的文件大小，请减小 --top 后再试',
  ENAMETOOLONG: '文件名太长，请改短',
};

/** Says why `path` could not be written; a fault of ours is passed on as it is. */
export function writeFailure(error: unknown, path: string): unknown {
  const reason = WRITE_FAULTS[(error as NodeJS.ErrnoException | undefined)?.code ?? ''];
  return reason ? new PlainFailure(`无法写出 ${path}：${reason}。没有留下半个文件`) : error;
}

/** Names the file a reading fault belongs to. */
export function readFailure(error: unknown, label: string, path: string): unknown {
  return error instanceof DomainError ? new PlainFailure(`无法读取${label} ${path}：${error.message}`) : error;
}

/** What to print; a fault of the program is named as one, without its stack. */
export function tellFailure(error: unknown): string {
  if (error instanceof PlainFailure || error instanceof DomainError) return error.message;
  const told = error instanceof Error ? error.message : String(error);
  return `程序内部错误：${told}。请把这句话和两份清单的表头发给维护人员`;
}
