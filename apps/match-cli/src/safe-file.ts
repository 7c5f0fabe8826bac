import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { access, constants, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PlainFailure, writeFailure } from './plain-failure';

export interface FileToWrite {
  path: string;
  write(temporary: string): Promise<void>;
}

/** Looks before the work begins whether the results could be written at all. */
export async function refuseUnwritable(paths: string[]): Promise<void> {
  for (const path of paths) {
    try {
      await access(dirname(path), constants.W_OK);
      const facts = await stat(path).catch(() => null);
      if (facts?.isDirectory()) throw new PlainFailure(`无法写出 ${path}：是一个文件夹，请写明文件名`);
      if (facts) await access(path, constants.W_OK);
    } catch (error) {
      throw writeFailure(error, path);
    }
  }
}

/** Writes all files beside their targets first and renames them last: either all are there, or the old ones stay. */
export async function writeTogether(files: FileToWrite[]): Promise<void> {
  const staged = files.map((file) => ({
    ...file,
    temporary: join(dirname(file.path), `.${basename(file.path)}.${randomBytes(4).toString('hex')}.tmp`),
  }));
  let current = files[0]?.path ?? '';
  const stopped = (): never => {
    staged.forEach(({ temporary }) => rmSync(temporary, { force: true }));
    process.exit(130);
  };
  process.once('SIGINT', stopped).once('SIGTERM', stopped);
  try {
    for (const { path, temporary, write } of staged) {
      current = path;
      await write(temporary);
    }
    for (const { path, temporary } of staged) {
      current = path;
      await rename(temporary, path);
    }
  } catch (error) {
    throw writeFailure(error, current);
  } finally {
    process.off('SIGINT', stopped).off('SIGTERM', stopped);
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)));
  }
}
