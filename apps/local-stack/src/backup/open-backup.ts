import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { PlainError } from '../plain-error';
import { BackupManifest, MANIFEST } from './manifest';

const MOST_MANIFEST_BYTES = 10_000_000;

/** A backup opened for reading. What it holds is proved against its manifest while it is read. */
export class OpenBackup {
  private constructor(
    readonly manifest: BackupManifest,
    private readonly zip: ZipFile,
    private readonly entries: Map<string, Entry>,
  ) {}

  /** Throws PlainError for anything that is not a whole backup. */
  static async at(path: string): Promise<OpenBackup> {
    let zip: ZipFile;
    try {
      zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new PlainError(`没有这个文件：${path}`, '请核对备份文件的位置。');
      throw notWhole(path);
    }
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new OpenBackup(await readManifest(path, zip, entries), zip, entries);
    } catch (error) {
      zip.close();
      throw error instanceof PlainError ? error : notWhole(path);
    }
  }

  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw new PlainError(`备份里缺少 ${name}。`, '该备份不完整，请换一份。');
    return this.zip.openReadStreamPromise(entry);
  }

  /** The whole content of a file, proved by its hash. */
  async file(name: string, sha256?: string): Promise<Buffer> {
    const content = await buffer(await this.stream(name));
    if (sha256 && createHash('sha256').update(content).digest('hex') !== sha256) throw changed(name);
    return content;
  }

  close(): void {
    this.zip.close();
  }
}

async function readManifest(path: string, zip: ZipFile, entries: Map<string, Entry>): Promise<BackupManifest> {
  const entry = entries.get(MANIFEST);
  if (!entry || entry.uncompressedSize > MOST_MANIFEST_BYTES) throw notWhole(path);
  const content = JSON.parse((await buffer(await zip.openReadStreamPromise(entry))).toString('utf8')) as { format?: unknown };
  const manifest = BackupManifest.safeParse(content);
  if (manifest.success) return manifest.data;
  if (typeof content.format === 'number' && content.format > 1) {
    throw new PlainError('这份备份由更新的版本制作，本版本读不了。', '请用制作它的版本或更新的版本恢复。');
  }
  throw notWhole(path);
}

const notWhole = (path: string): PlainError => new PlainError(`${path} 不是完整的满天星备份。`, '文件可能没有传完，请重新复制或换一份。');
export const changed = (name: string): PlainError =>
  new PlainError(`备份内容与其校验值不符：${name}。`, '该备份已损坏或被改动，没有恢复任何数据，请换一份。');
