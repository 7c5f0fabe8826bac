import { DomainError, type ProblemCode } from '@mantianxing/contracts';

export type FileKind = 'workbook' | 'json' | 'text';

const ASK = '请用 Excel 或 WPS 另存为 .xlsx 后再试';
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Tells a file by its first bytes, never by its ending.
 * @throws DomainError 415 for what is no list, saying what it is and what to do.
 */
export function fileKind(head: Buffer): FileKind {
  if (head.length === 0) throw refused('IMPORT_EMPTY', '文件是空的，请核对是否选错了文件');
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'workbook';
  if (head.subarray(0, 8).equals(OLE)) {
    throw head.includes(ENCRYPTED)
      ? refused('IMPORT_ENCRYPTED', '工作簿设有打开密码，请先在 Excel 或 WPS 中取消密码再试')
      : refused('IMPORT_OLD_XLS', `这是旧版 .xls 工作簿，${ASK}`);
  }
  const known = KNOWN.find(([signature]) => signature.test(head.subarray(0, 16).toString('latin1')));
  if (known) throw refused('IMPORT_NOT_A_LIST', `${known[1]}，不能读作清单，请提供 xlsx、csv 或 jsonl 文件`);
  const text = head.toString('latin1').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replace(/\0/g, '').trimStart();
  if (/^<(?:!doctype|html|table|\?xml|meta|head)/i.test(text)) {
    throw refused('IMPORT_HTML', `这是网页或 XML 格式的表格（常见于系统导出），${ASK}`);
  }
  if (head.includes(0) && !/^(?:\xff\xfe|\xfe\xff)/.test(head.subarray(0, 2).toString('latin1'))) {
    throw refused('IMPORT_NOT_A_LIST', '认不出文件格式，请提供 xlsx、csv 或 jsonl 文件');
  }
  return /^[[{]/.test(text) ? 'json' : 'text';
}

const KNOWN: [RegExp, string][] = [
  [/^%PDF/, '这是 PDF 文件'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^BM|^RIFF/, '这是图片文件'],
  [/^Rar!|^7z\xbc\xaf|^\x1f\x8b/, '这是压缩包'],
];

/** Where the directory of an OLE file stands (MS-CFB 2.2); 0 where the file is none. */
export function oleDirectory(head: Buffer): number {
  if (head.length < 512 || !head.subarray(0, 8).equals(OLE)) return 0;
  const sector = head.readUInt32LE(48);
  return (sector + 1) * 2 ** Math.min(head.readUInt16LE(30), 12);
}

export function refused(code: ProblemCode, message: string, status: 413 | 415 | 422 = 415): DomainError {
  return new DomainError(code, status, message);
}
