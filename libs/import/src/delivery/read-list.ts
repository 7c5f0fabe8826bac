import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '@mantianxing/contracts';
import type { ImportedCapability, ImportedScenario, ReadList, RowOrigin } from '../domain/imported';
import { CAPABILITY_READER, SCENARIO_READER } from '../domain/lists';
import { readTable, type ListReader } from '../domain/read-table';
import type { RowProblem } from '../domain/row-problem';
import type { Sheet } from '../domain/sheet';
import { fileKind, oleDirectory, refused } from './file-kind';
import { readCsv } from './read-csv';
import { readJsonLines } from './read-jsonl';
import { decodeText, refuseBlank } from './read-text';
import { readWorkbook } from './read-workbook';

/** Size on disk above which a file is refused unread. */
export const MOST_BYTES = 100_000_000;
const HEAD_BYTES = 65_536;

/**
 * Reads a list of scenarios from an xlsx, csv or jsonl file, told apart by content.
 * Rows with mistakes are named in `problems` and the others are read all the same.
 * @throws DomainError with a Chinese sentence where the file as a whole cannot be read; nothing is changed.
 */
export function readScenarioList(path: string): Promise<ReadList<ImportedScenario>> {
  return readList(path, SCENARIO_READER);
}

/** The same for a list of capabilities; see `readScenarioList`. */
export function readCapabilityList(path: string): Promise<ReadList<ImportedCapability>> {
  return readList(path, CAPABILITY_READER);
}

async function readList<Field extends string, Entry extends RowOrigin & { ref: string }>(
  path: string,
  reader: ListReader<Field, Entry>,
): Promise<ReadList<Entry>> {
  const { sheets, problems } = await readSheets(path);
  const list = readTable(sheets, reader, new Date().getFullYear());
  return { ...list, problems: [...problems, ...list.problems] };
}

async function readSheets(path: string): Promise<{ sheets: Sheet[]; problems: RowProblem[] }> {
  const kind = fileKind(await readHead(path));
  if (kind === 'workbook') return { sheets: await readWorkbook(path), problems: [] };
  const text = refuseBlank(decodeText(await readFile(path)));
  const name = basename(path);
  if (kind === 'text') return { sheets: [await readCsv(text, name)], problems: [] };
  const { sheet, problems } = readJsonLines(text, name);
  return { sheets: [sheet], problems };
}

/** The first bytes, after the size was found bearable. */
async function readHead(path: string): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw refused('IMPORT_NOT_A_LIST', '这是一个文件夹，请指明其中的文件');
    if (facts.size > MOST_BYTES) {
      const size = Math.round(facts.size / 1_000_000);
      throw refused('IMPORT_TOO_LARGE', `文件有${size} MB，超过100 MB。请删去图片，或拆成几个文件再试`, 413);
    }
    file = await open(path, 'r');
    const head = await readAt(file, 0, HEAD_BYTES);
    // Old office files name their streams (EncryptedPackage among them) in a directory that may stand anywhere.
    const directory = oleDirectory(head);
    return directory ? Buffer.concat([head, await readAt(file, directory, 4096)]) : head;
  } catch (error) {
    throw error instanceof DomainError ? error : notReadable(error as NodeJS.ErrnoException);
  } finally {
    await file?.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function notReadable({ code }: NodeJS.ErrnoException): DomainError {
  if (code === 'ENOENT') return refused('IMPORT_NOT_FOUND', '找不到这个文件，请核对路径和文件名');
  if (code === 'EACCES' || code === 'EPERM') return refused('IMPORT_NO_ACCESS', '没有权限读取这个文件，请核对文件权限');
  if (code === 'EBUSY') return refused('IMPORT_BUSY', '文件正被别的程序占用，请关闭后再试');
  return refused('IMPORT_NOT_READABLE', '读不了这个文件，请换一个位置再试');
}
