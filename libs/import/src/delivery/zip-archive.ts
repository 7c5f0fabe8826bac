import type { Readable } from 'node:stream';
import { DomainError } from '@mantianxing/contracts';
import { refused } from './file-kind';

/** Unpacked size above which a workbook is refused: 100 MB, measured as safe to stream. */
export const MOST_UNPACKED_BYTES = 100_000_000;
const MOST_ENTRIES = 5_000;

/** The parts of a workbook by their path, readable one after the other. */
export interface Archive {
  names: string[];
  /** The part as a stream of bytes; a part that unpacks to more than it declares fails. */
  open(name: string): Promise<Readable>;
  close(): void;
}

/**
 * Opens a zip and adds up what it would unpack to before unpacking anything (zip bombs).
 * @throws DomainError IMPORT_TOO_LARGE, IMPORT_BROKEN or IMPORT_ENCRYPTED.
 */
export async function openArchive(path: string): Promise<Archive> {
  // Loaded here: programs that read no workbook should not pay for it.
  const yauzl = await import('yauzl');
  let zip: import('yauzl').ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch {
    throw broken();
  }
  const entries = new Map<string, import('yauzl').Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > MOST_UNPACKED_BYTES || entries.size >= MOST_ENTRIES) throw tooLarge();
      if (entry.isEncrypted()) throw refused('IMPORT_ENCRYPTED', '压缩内容设有密码，请先取消密码再试');
      entries.set(entry.fileName.replace(/^\//, ''), entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof DomainError ? error : broken();
  }
  return {
    names: [...entries.keys()],
    close: () => zip.close(),
    open: async (name) => {
      const entry = entries.get(name);
      if (!entry) throw broken();
      return zip.openReadStreamPromise(entry);
    },
  };
}

function tooLarge(): DomainError {
  const message = '工作簿解压后超过100 MB，请删去图片和多余的工作表，或拆成几个文件再试';
  return refused('IMPORT_TOO_LARGE', message, 413);
}

export function broken(): DomainError {
  return refused('IMPORT_BROKEN', '工作簿已损坏，打不开。请在 Excel 或 WPS 中打开后另存为新的 .xlsx 再试', 422);
}
