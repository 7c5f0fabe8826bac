import { isBlankMark } from './cell-text';

const NUMBERING = /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]\s*|[①-⑳•·●■◆\-*]\s*)/;
const CJK = /[\u3400-\u9fff]/;

/** How a cell lists things. `titles` keep 、 inside (甲区、乙区12个点), `names` do not. */
export type ListStyle = 'names' | 'titles';

/** The items of a cell: split at 、，,；;| and line breaks outside brackets, numbering and doubles gone. */
export function readWords(text: string, style: ListStyle = 'names'): string[] {
  const parts = splitOutsideBrackets(text, style === 'names' ? isNameBreak : isTitleBreak);
  const pieces = parts.length === 1 && style === 'names' ? splitAtBlanks(parts[0]) : parts;
  const words = pieces.map(withoutNumbering).filter((word) => word && !isBlankMark(word));
  return [...new Set(words)];
}

function withoutNumbering(piece: string): string {
  const word = piece.trim();
  // 5G is a word, 5. is a number: only strip where something remains.
  const rest = word.replace(NUMBERING, '').trim();
  return (rest || word).replace(/[。．.;；]+$/, '').trim();
}

function isTitleBreak(text: string, at: number): boolean {
  return '；;\n'.includes(text[at]);
}

function isNameBreak(text: string, at: number): boolean {
  if ('；;\n、，,|｜\t'.includes(text[at])) return true;
  // DRG/DIP and TCP/IP stay whole, 教育/文旅 does not.
  return '/／'.includes(text[at]) && CJK.test(text[at - 1] ?? '') && CJK.test(text[at + 1] ?? '');
}

/** GIS 图计算 语音合成 is a list, Spring Cloud is not. */
function splitAtBlanks(text: string): string[] {
  const pieces = text.trim().split(/[\s\u3000]+/);
  const listed = pieces.length > 1 && pieces.some((piece) => CJK.test(piece)) && pieces.every((p) => p.length <= 12);
  return listed ? pieces : [text];
}

/** Splits where `breaks` says so, but never inside （）, () or 《》. */
export function splitOutsideBrackets(
  text: string,
  breaks: (text: string, at: number) => boolean,
): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if ('（(《【['.includes(character)) depth++;
    else if ('）)》】]'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && breaks(text, at)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
