import { refused } from './file-kind';

/** Decodes office text: UTF-8 or UTF-16 by their marks, UTF-8 where it is valid, else gb18030. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // gbk alone would lose rare characters of names (㐱).
    return (require('iconv-lite') as typeof import('iconv-lite')).decode(bytes, 'gb18030');
  }
}

/** @throws DomainError IMPORT_EMPTY where there is nothing but blanks. */
export function refuseBlank(text: string): string {
  if (!text.trim()) throw refused('IMPORT_EMPTY', '文件里没有内容，请核对是否选错了文件', 422);
  return text;
}
