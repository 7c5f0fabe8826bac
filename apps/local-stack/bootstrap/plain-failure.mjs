/** A fault the person at the keyboard can mend: what happened, and what to do. Printed without a stack trace. */
export class PlainFailure extends Error {
  constructor(sentence, remedy) {
    super(sentence);
    this.name = 'PlainError';
    this.remedy = remedy;
  }
}

/** Turns a failed write to `path` into a sentence; anything unknown is handed back as it was. */
export function plainWriteFailure(error, path) {
  const code = error?.code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path);
  if (code === 'EROFS') {
    return new PlainFailure(`${path} 所在的磁盘是只读的。`, '请用 MANTIANXING_DATA 指定一个可写的文件夹后再试。');
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new PlainFailure(`没有权限写入 ${path}。`, '请换一个当前用户可写的文件夹，或用 MANTIANXING_DATA 指定数据文件夹。');
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new PlainFailure(`${path} 不是文件夹。`, '请移走同名文件，或用 MANTIANXING_DATA 指定别的文件夹。');
  }
  return error;
}

export function diskFull(path) {
  return new PlainFailure(`磁盘已满，无法写入 ${path}。`, '请腾出至少 2 GB 空间后再试。');
}

/** Prints the failure for a person and sets exit code 1. A bug (anything else) is named as one. */
export function reportFailure(error) {
  process.exitCode = 1;
  if (error?.name === 'PlainError') return void process.stderr.write(`\n✗ ${error.message}\n  ${error.remedy}\n`);
  const told = plainWriteFailure(error, '本目录');
  if (told !== error) return void reportFailure(told);
  process.stderr.write(`\n✗ 程序内部错误：${error?.message ?? error}\n  请把上面这句话连同 .local/logs 里的日志发给维护人员。\n`);
}
