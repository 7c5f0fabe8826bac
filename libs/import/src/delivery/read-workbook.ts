import { DomainError } from '@mantianxing/contracts';
import type { Sheet } from '../domain/sheet';
import { refused } from './file-kind';
import { readParts, type WorkbookParts } from './workbook-parts';
import { readWorksheet } from './worksheet-rows';
import { broken, openArchive, type Archive } from './zip-archive';

/** Rows above which a list is refused: more than any city's directory. */
export const MOST_ROWS = 200_000;

/**
 * Reads the visible sheets of an xlsx workbook.
 * @throws DomainError IMPORT_NOT_A_LIST, IMPORT_BROKEN, IMPORT_TOO_LARGE, IMPORT_EMPTY.
 */
export async function readWorkbook(path: string): Promise<Sheet[]> {
  const archive = await openArchive(path);
  try {
    const parts = await readParts(archive);
    if (!parts) throw notAWorkbook(archive);
    const visible = parts.sheets.filter((sheet) => !sheet.hidden);
    if (!visible.length) throw refused('IMPORT_EMPTY', '工作簿里没有可见的工作表，请取消隐藏后再试', 422);
    return await readSheets(archive, parts);
  } catch (error) {
    throw error instanceof DomainError ? error : broken();
  } finally {
    archive.close();
  }
}

async function readSheets(archive: Archive, parts: WorkbookParts): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { name, path, hidden } of parts.sheets) {
    if (hidden) continue;
    const { rows, merges } = await readWorksheet(await archive.open(path), parts, MOST_ROWS);
    if (rows.length > MOST_ROWS) throw tooManyRows(name);
    sheets.push({ name, rows, merges });
  }
  return sheets;
}

export function tooManyRows(name: string): DomainError {
  return refused('IMPORT_TOO_LARGE', `“${name}”超过20万行，请拆成几个文件再试`, 413);
}

function notAWorkbook(archive: Archive): DomainError {
  const has = (part: string): boolean => archive.names.includes(part);
  const ask = '请提供 xlsx、csv 或 jsonl 文件';
  if (has('word/document.xml')) return refused('IMPORT_NOT_A_LIST', `这是 Word 文档，不能读作清单，${ask}`);
  if (has('ppt/presentation.xml')) return refused('IMPORT_NOT_A_LIST', `这是演示文稿，不能读作清单，${ask}`);
  if (has('xl/workbook.bin')) {
    return refused('IMPORT_NOT_A_LIST', '这是二进制工作簿（.xlsb），请另存为 .xlsx 后再试');
  }
  if (has('content.xml')) return refused('IMPORT_NOT_A_LIST', '这是 OpenDocument 表格，请另存为 .xlsx 后再试');
  return refused('IMPORT_NOT_A_LIST', `这是压缩包，不是工作簿。请先解压，${ask}`);
}
