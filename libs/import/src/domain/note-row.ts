import { cellText, plain } from './cell-text';
import type { Heading } from './columns';
import type { SheetRow } from './sheet';

const TOTAL = /^(?:合计|总计|小计|共计|共\d+|总共|累计)/;
const NOTE = /^(?:注|备注|说明|填报说明|填表说明|填表人|审核人|制表|联系人[:：]|单位[（(]?盖章|单位负责人|附件|数据来源|填报单位|填报日期|填报时间|备\s*注)(?:[:：.\d]|人|日期|$)/;

const LONGEST_HEADING = 40;

/** Why a row under the header is no entry; null where it is one. */
export function whyNoEntry(row: SheetRow, headings: Heading[], needed: number): string | null {
  const texts = row.cells.map(cellText);
  const filled = texts.filter(Boolean);
  if (!filled.length) return '空行';
  const distinct = new Set(filled);
  if (repeatsHeader(texts, headings, needed)) return '重复的表头';
  const first = plain(filled[0]);
  if (TOTAL.test(first)) return '合计行';
  if (NOTE.test(first) && distinct.size <= 2) return '说明行';
  // One text in three cells or more is one merged cell.
  if (distinct.size === 1 && filled.length > 2) return '分组或说明行';
  // A lone text left of the name's column is a group's heading; right of it, an entry that lost its name.
  if (distinct.size === 1 && texts.slice(0, needed - 1).some(Boolean)) return isOnlySerial(filled[0]) ? '只有序号' : '分组或说明行';
  if (distinct.size <= 2 && isColumnNumbers(filled)) return '列号行';
  return isColumnNumbers(filled) && filled.length > 3 ? '列号行' : null;
}

function repeatsHeader(texts: string[], headings: Heading[], needed: number): boolean {
  const name = texts[needed - 1] ?? '';
  const own = headings.find((heading) => heading.column === needed);
  if (name.length > LONGEST_HEADING || (name && own && !plain(own.full).includes(plain(name)))) return false;
  const same = headings.filter((heading) => {
    const text = plain(texts[heading.column - 1] ?? '');
    return text !== '' && (text === plain(heading.leaf) || plain(heading.full).startsWith(text));
  });
  return same.length >= Math.max(2, headings.length / 2);
}

function isOnlySerial(text: string): boolean {
  return /^\d{1,6}$/.test(plain(text));
}

/** 1 2 3 4 … or (1) (2) (3) under the header, as printed forms have it. */
function isColumnNumbers(filled: string[]): boolean {
  if (filled.length < 3) return false;
  return filled.every((text, index) => plain(text).replace(/[()]/g, '') === String(index + 1));
}
